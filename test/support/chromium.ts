import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** What playwright-core needs to know to launch one particular Chromium. */
interface Executable {
  executablePath: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * Launches a headless Chromium: the one named by CHROMIUM_PATH, else one that is installed, else the
 * one from npm, `@sparticuz/chromium` (Linux on x64 only), which needs nothing else on the machine.
 * Close it when done; pages do not leave the machine unless a test makes them.
 *
 * @example
 * const browser = await launchChromium();
 * const page = await browser.newPage();
 * await page.goto('http://127.0.0.1:5173/#/clients');
 * // …
 * await browser.close();
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...((await installedChromium()) ?? (await npmChromium())),
    // The sandbox does not work for root and in most containers; tests open only their own pages.
    chromiumSandbox: false,
    // playwright-core itself turns off updates, synchronisation and other talk behind the scenes.
    args: ['--disable-gpu', '--disable-quic'],
  });
}

async function installedChromium(): Promise<Executable | undefined> {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) return { executablePath: CHROMIUM_PATH };
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of PATH.split(delimiter)) {
      const executablePath = join(folder, name);
      if (await isExecutable(executablePath)) return { executablePath };
    }
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The Chromium from npm with the libraries (NSS) and the font that come with it. They are used even
 * where the machine has its own, so that it starts and draws text alike everywhere.
 */
async function npmChromium(): Promise<Executable> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const installed = join(dirname(entry), '../..');
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  const cache = join(installed, '../../.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!(await isExecutable(join(folder, 'chromium')))) await unpack(cache, folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
  };
}

const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Unpacks the package into a private folder, which then gets its final name in one step: another
 * process sees all of it or nothing. (Left alone, the package writes into the shared temporary
 * folder, and takes a half-written file of another process for a finished one.)
 */
async function unpack(cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  const script = `(await import('@sparticuz/chromium')).default.executablePath()`;
  try {
    // The package unpacks to TMPDIR, and its libraries only where it believes to be on AWS.
    const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    const args = ['--input-type=module', '--eval', script];
    await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname, env });
    // The package's own file names folders of AWS.
    await writeFile(join(draft, 'fonts.conf'), FONTS_CONF);
    await rename(draft, folder).catch(async (error) => {
      if (!(await isExecutable(join(folder, 'chromium')))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
