// `npm start` in a clone: builds what is not built or older than its sources, then serves the
// console on a demonstration database. A package that was installed has its build already and is
// started by `clientele serve`.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');

if (
  newest(['schema', 'server', 'admin', 'mocks', 'package.json', 'vite.config.ts']) > time(stamp)
) {
  console.log('Building ...');
  // npm's own JavaScript, because "npm" is another file on each system.
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm ? [process.execPath, npm] : ['npm'];
  const { status } = spawnSync(command, [...args, 'run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
}

process.argv.splice(2, 0, 'serve', '--demo');
await import('../dist/server/cli/clientele.js');

/** When the newest file below these paths was changed, in milliseconds. */
function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const full = join(root, path);
      if (!statSync(full).isDirectory()) return time(full);
      return newest(readdirSync(full).map((name) => join(path, name)));
    }),
    0,
  );
}

function time(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
