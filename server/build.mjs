// `npm start` and `npm test` in a clone: builds what is not built, or older than its sources. A
// package that was installed has its build.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
const sources = ['schema', 'server', 'admin', 'mocks', 'package.json', 'vite.config.ts'];

if (newest(sources) > changedAt(stamp)) {
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

/** When the newest file below these paths was changed, in milliseconds. */
function newest(paths) {
  const times = paths.map((path) => {
    const full = join(root, path);
    if (!statSync(full).isDirectory()) return changedAt(full);
    return newest(readdirSync(full).map((name) => join(path, name)));
  });
  return Math.max(0, ...times);
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
