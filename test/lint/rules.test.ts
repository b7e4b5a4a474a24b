import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the project's linter says of a piece of code. */
function lint(folder: string, code: string): string {
  const place = mkdtempSync(join(root, folder, 'lint-'));
  const file = join(place, 'sample.ts');
  try {
    writeFileSync(file, code);
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    return spawnSync(process.execPath, [oxlint, file], { cwd: root, encoding: 'utf8' }).stdout;
  } finally {
    rmSync(place, { recursive: true });
  }
}

it.each([
  'export const sum = (client: { balance: string }) => client.balance + 1;',
  'export const sum = (client: { balance: string }) => Number(client.balance);',
  'export const sum = (price: string) => parseFloat(price);',
  'export const sum = (amount: string) => +amount;',
  'export const sum = (cost: number) => cost * 2;',
])('refuses arithmetic on money: %s', (code) => {
  expect(lint('server', code)).toContain('money(no-arithmetic)');
});

it.each([
  ['schema', '../../server/app.ts'],
  ['schema', 'node:fs'],
  ['server', '../../admin/index.ts'],
  ['admin', '../../server/app.ts'],
  ['admin', 'react-router'],
  ['mocks', '../../admin/index.ts'],
])('refuses that %s imports %s', (folder, target) => {
  const code = `import { thing } from '${target}';\nexport const use = thing;\n`;
  expect(lint(folder, code)).toContain('no-restricted-imports');
});

it('lets code through that keeps the rules', () => {
  const code = `import { moneySign } from '../../schema/money.ts';
export const owes = (client: { balance: string }) => moneySign(client.balance) < 0;
`;
  expect(lint('admin', code)).toContain('Found 0 warnings and 0 errors');
});
