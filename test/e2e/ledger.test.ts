import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../schema/messages.ts';
import type { Statement } from '../../schema/statements.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { cells, onScreen, openConsole, type ConsoleBrowser } from '../support/console.ts';
import { openHost, type TestHost } from '../support/hosts.ts';
import { deliver, event, list, newClient, receipt, send } from '../support/requests.ts';
import { openSite, type Site } from '../support/site.ts';

/** The column with the number of a transaction. */
const ID = 5;

describe('the ledger in a browser', () => {
  let host: TestHost;
  let site: Site;
  let browser: ConsoleBrowser;
  /** A client with a bit of everything. */
  let id: number;

  beforeAll(async () => {
    host = await openHost('PostgreSQL');
    site = await openSite(host.app);
    browser = await openConsole(site.url);
    ({ id } = await newClient(host.app, { company: 'Crème & Söhne', timeZone: 'Europe/Kyiv' }));
    const post = (body: object) =>
      send(host.app, 'POST', '/api/transactions', {
        clientId: id,
        idempotencyKey: JSON.stringify(body),
        ...body,
      });
    await post({ kind: 'top_up', amount: '100', comment: '=1+1' });
    await deliver(host.app, [
      ...Array.from({ length: 15 }, (_, n) => event(id, `a${n}`, { mailing: 'autumn' })),
      event(id, 'b', { mailing: 'other', parts: 3 }),
    ]);
    await deliver(host.app, [
      receipt(id, 'a0', 'rejected', '2026-11-20T11:00:00Z'),
      receipt(id, 'a1', 'rejected', '2026-11-20T11:00:00Z'),
    ]);
    await post({ kind: 'bonus', amount: '5' });
    await post({ kind: 'reversal', reversesId: `${id}-5`, comment: 'Not deserved' });
    for (let n = 0; n < 6; n += 1) await post({ kind: 'top_up', amount: `0.0${n + 1}` });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await host?.close();
  });

  async function openLedger(search = '', options = {}): Promise<Page> {
    const page = await browser.open(`/clients/${id}/show/finance${search}`, options);
    await page.getByText('Balance after').first().waitFor();
    await page.locator('dl[aria-label="The period in sums"][aria-busy=false]').waitFor();
    return page;
  }
  const rows = async () =>
    (await list<Transaction>(host.app, 'transactions', { clientId: id }, ['seq', 'DESC'])).rows;

  it('FIN-9 says what the period comes to, equal to the rows of all its pages', async () => {
    const page = await openLedger();
    const { rows: statements } = await list<Statement>(host.app, 'statements', { clientId: id });
    const { debit = '', credit = '', closing = '' } = statements[0] ?? {};
    const strip = (await page.locator('dl[aria-label="The period in sums"]').innerText()).replace(
      /\s+/g,
      ' ',
    );
    for (const amount of ['0', debit, credit, closing]) expect(strip).toContain(onScreen(amount));

    const shown: string[][] = [];
    for (let more = true; more;) {
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      shown.push(...(await cells(page)));
      const next = page.getByRole('button', { name: 'Go to next page' });
      more = await next.isEnabled();
      if (more) await next.click();
    }
    const all = await rows();
    expect(shown.map((row) => row[ID])).toEqual(all.map((row) => row.id));
    expect(shown.map((row) => row[4])).toEqual(all.map((row) => onScreen(row.balanceAfter)));
    // In millionths, as whole numbers: the sums of what stands in the rows.
    const sum = (column: 1 | 2) =>
      shown.reduce((total, row) => total + millionths(row[column] ?? ''), 0n);
    expect(sum(2)).toBe(millionths(onScreen(debit)));
    expect(sum(1)).toBe(millionths(onScreen(credit)));
  });

  it('FIN-5 shows some kinds only, from the URL too, and what they come to', async () => {
    const page = await openLedger('?kind=charge,refund');
    const kinds = (await rows()).filter(({ kind }) => kind === 'charge' || kind === 'refund');
    await page.getByText(`Shown: ${kinds.length} transactions`).waitFor();
    expect((await cells(page)).map((row) => row[ID])).toEqual(kinds.map((row) => row.id));
    await page.reload();
    await page.getByText(`Shown: ${kinds.length} transactions`).waitFor();
  });

  it('FIN-11 opens the messages that a charge paid for, and those that a refund gave back', async () => {
    const page = await openLedger('?kind=charge');
    await page
      .getByRole('link', { name: /Show the messages that this paid for|15 messages/ })
      .first()
      .click();
    const charge = (await rows()).find(
      ({ mailing, kind }) => mailing === 'autumn' && kind === 'charge',
    );
    await page.getByText(`Messages charged by transaction ${charge?.id}`).waitFor();
    await page.getByText('15 messages').first().waitFor();
    const { total } = await list<Message>(host.app, 'messages', { chargeId: charge?.id });
    expect(total).toBe(charge?.messages);
  });

  it('FIN-8, FIN-11 links a reversal and a refund to their rows', async () => {
    const page = await openLedger('?kind=reversal,refund');
    const row = page.locator('tbody tr').filter({ hasText: 'Reversal' });
    await row.getByRole('link', { name: `Transaction ${id}-5` }).click();
    const dialog = page.getByRole('dialog', { name: `Transaction ${id}-5` });
    await dialog.getByText('Reversed by').waitFor();
    expect(page.url()).toContain(`transaction=${id}-5`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page
      .locator('tbody tr')
      .filter({ hasText: 'Refund' })
      .getByRole('link', { name: /^Transaction .*-[23]$/ })
      .waitFor();
  });

  it('FIN-6 saves what the filter finds as a workbook, equal to the API', async () => {
    const page = await openLedger('?kind=top_up');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await page.getByText('is ready').waitFor();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await readFile(await download.path())).buffer as ArrayBuffer);
    const values: unknown[][] = [];
    workbook.worksheets[0]?.eachRow((row) => values.push((row.values as unknown[]).slice(1)));
    const head = values.findIndex((row) => row[0] === 'Date');
    const wanted = (await rows()).filter(({ kind }) => kind === 'top_up');
    const debit = values[head]?.indexOf('Debit, EUR') ?? -1;
    const comment = values[head]?.indexOf('Comment') ?? -1;
    const written = values.slice(head + 1, head + 1 + wanted.length);
    expect(written.map((row) => [row[debit], row[comment] ?? null])).toEqual(
      wanted.map((row) => [Number.parseFloat(row.debit ?? ''), row.comment]),
    );
    // Once more, from the file that is kept; then it goes.
    const again = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download again' }).click();
    await again;
    await page.getByRole('button', { name: 'Remove the file' }).click();
    await page.getByText('is ready').waitFor({ state: 'detached' });
    expect((await list(host.app, 'exports')).total).toBe(0);
  });

  it('FIN-6 cancels an export, finds it again after leaving the page, and tells a failure', async () => {
    const page = await openLedger();
    let running = true;
    const asked: string[] = [];
    // A long one, as the server would tell of it.
    await page.route(/\/api\/exports/, async (route) => {
      const method = route.request().method();
      asked.push(method);
      if (method === 'DELETE') running = false;
      const shown = running ? [LONG] : [];
      const body = method === 'GET' ? shown : LONG;
      await route.fulfill({
        json: body,
        headers: { 'Content-Range': `exports 0-${shown.length - 1}/${shown.length}` },
      });
    });
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText('250,000 of 1,000,000 rows').waitFor();
    await page.getByRole('tab', { name: 'NAMES' }).click();
    await page.getByRole('tab', { name: 'FINANCE' }).click();
    await page.getByText('250,000 of 1,000,000 rows').waitFor();
    expect(await page.getByRole('button', { name: 'Export', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Cancel the export' }).click();
    await page.getByText('250,000 of').waitFor({ state: 'detached' });
    expect(asked).toContain('DELETE');

    await page.unroute(/\/api\/exports/);
    await page.route(/\/api\/exports$/, (route) =>
      route.fulfill({ status: 503, json: { message: 'The database cannot be reached.' } }),
    );
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('The export could not be started').waitFor();
    await page.getByText('The database cannot be reached.').waitFor();
  });

  it('says what failed, and recovers', async () => {
    const page = await browser.open('/clients');
    await page.route(/\/api\/(transactions|statements)\?/, (route) => route.abort());
    await page.goto(`${site.url}/#/clients/${id}/show/finance`);
    await page.getByText('The transactions could not be loaded').waitFor();
    await page.getByText('The sums of the period could not be loaded').waitFor();
    await page.unroute(/\/api\/(transactions|statements)\?/);
    for (const failed of ['The transactions could', 'The sums of the period could']) {
      const alert = page.getByRole('alert').filter({ hasText: failed });
      await alert.getByRole('button', { name: 'Try again' }).click();
      await alert.waitFor({ state: 'detached' });
    }
    await page.locator('tbody tr').first().waitFor();
    expect((await cells(page)).length).toBeGreaterThan(0);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const page = await openLedger(`?transaction=${id}-5`, { colorScheme });
    await page.getByText('Reversed by').first().waitFor();
    expect(await violations(page), 'a transaction').toEqual([]);
    await page.goto(`${site.url}/#/clients/${id}/show/finance?kind=charge`);
    await page.getByText('Shown: ').waitFor();
    expect(await violations(page), 'some kinds').toEqual([]);
    await page.goto(`${site.url}/#/clients/${id}/show/statistics?view=messages`);
    await page.getByText('16 messages').first().waitFor();
    expect(await violations(page), 'the messages').toEqual([]);
  });

  it('fits a phone without sideways scrolling', async () => {
    const page = await browser.open(`/clients/${id}/show/finance`, {
      viewport: { width: 390, height: 844 },
    });
    await page.getByText('Reversal').first().waitFor();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(390);
    await page.goto(`${site.url}/#/clients/${id}/show/statistics?view=messages`);
    await page.getByText('16 messages').first().waitFor();
    expect(await width()).toBeLessThanOrEqual(390);
  });
});

/** What axe finds wrong on a page. */
async function violations(page: Page): Promise<string[]> {
  await page.waitForTimeout(300);
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`);
  });
}

/** `millionths('1,250.50')` is 1250500000n; a dash is nothing. */
function millionths(shown: string): bigint {
  const [whole = '', decimals = ''] = shown.replace(/[^\d.]/g, '').split('.');
  return BigInt(`${whole || '0'}${decimals.padEnd(6, '0')}`);
}

const LONG = {
  id: '0b2e9c1e-0000-4000-8000-000000000000',
  resource: 'transactions',
  status: 'running',
  rows: 250_000,
  total: 1_000_000,
  bytes: 1,
  fileName: 'Transactions.xlsx',
  url: null,
  error: null,
  createdAt: '2026-11-24T10:00:00.000Z',
  expiresAt: '2026-11-24T11:00:00.000Z',
};
