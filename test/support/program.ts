import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/server/cli/clientele.js', import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `clientele` as people do and waits for its end. */
export async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return ended(start(args, env));
}

export interface RunningProgram {
  url: string;
  /** SIGTERM, then waits for its end. */
  stop: () => Promise<Ended>;
  child: ChildProcess;
}

/** Starts `clientele serve` on a free port and waits until it says where it is. */
export async function serve(env: NodeJS.ProcessEnv, args: string[] = []): Promise<RunningProgram> {
  const child = start(['serve', ...args], { PORT: '0', ...env });
  const end = ended(child);
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Clientele is at (\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    void end.then(({ code, stderr }) => reject(new Error(`It ended with ${code}: ${stderr}`)));
  });
  return {
    url,
    child,
    stop: () => {
      child.kill('SIGTERM');
      return end;
    },
  };
}

function start(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  return spawn(process.execPath, [program, ...args], {
    // Nothing of the machine's own settings reaches the program.
    env: { PATH, HOME, TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
