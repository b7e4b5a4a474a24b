import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MUTATIONS, type Mutation } from './mutations/table.ts';

const root = join(import.meta.dirname, '../..');
const COPIED = ['schema', 'server', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

/** Some faults show only when requests meet. */
const ATTEMPTS = 3;

/**
 * Tests are worth what they find: in a copy of the sources each guard of the ledger is left out
 * once, and the test that is there for it must fail.
 */
describe('a fault in the program', () => {
  let copy: string;
  const found: string[] = [];
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'clientele-mutations-'));
    for (const name of COPIED) await cp(join(root, name), join(copy, name), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(async () => {
    await rm(copy, { recursive: true, force: true });
    process.stdout.write(`\n${found.join('\n')}\n`);
  });

  it('is none that the tests see now', async () => {
    const files = [...new Set(MUTATIONS.map(({ test: [file] }) => fileOf(file)))];
    expect(await failures(copy, files)).toEqual([]);
  });

  it.each(MUTATIONS)('is seen: $name', async ({ name, file, find, replace, test }) => {
    const path = join(copy, file);
    const source = await readFile(path, 'utf8');
    expect(source.split(find), `${file} has this once`).toHaveLength(2);
    await writeFile(
      path,
      source.replace(find, () => replace),
    );
    try {
      const failed = await anyFailure(copy, test);
      found.push(`| ${name} | ${failed[0] ?? 'NOT SEEN'} |`);
      expect(failed).not.toEqual([]);
    } finally {
      await writeFile(path, source);
    }
  });
});

const fileOf = (name: string) => `test/finance/${name}.test.ts`;

async function anyFailure(copy: string, [file, title]: Mutation['test']): Promise<string[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const failed = await failures(copy, [fileOf(file)], title);
    if (failed.length > 0) return failed;
  }
  return [];
}

interface Report {
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

/** The tests of these files, with these words in their titles, that fail. */
async function failures(copy: string, files: string[], title?: string): Promise<string[]> {
  const output = join(copy, 'report.json');
  const chosen =
    title === undefined
      ? []
      : ['--testNamePattern', title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')];
  const args = ['run', ...files, ...chosen, '--reporter=json', `--outputFile=${output}`];
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, ...args], { cwd: copy, stdio: 'ignore' });
  await once(child, 'close');
  const report = JSON.parse(await readFile(output, 'utf8')) as Report;
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  // A title that fits nothing would find nothing.
  expect(results.filter(({ status }) => status !== 'skipped')).not.toEqual([]);
  return results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}
