import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import { addDays, addMonths, dateIn } from '../../schema/period.ts';
import { cells, openConsole, type ConsoleBrowser } from '../support/console.ts';
import { freshPostgresDatabase } from '../support/hosts.ts';
import { serve, type RunningProgram } from '../support/program.ts';

/** The demonstration has a year behind it: the calendar month before this one, and the one before. */
const THIS_MONTH = `${dateIn('UTC', new Date()).slice(0, 8)}01`;
const FROM = addMonths(THIS_MONTH, -1);
const TO = addDays(THIS_MONTH, -1);
const EARLIER = addMonths(FROM, -1);
const DAYS = Number(TO.slice(-2));
const PERIOD = `from=${FROM}&to=${TO}`;

/** Every screen of this release, on the demonstration. */
const SCREENS = (id: number) => [
  '/clients',
  `/clients/${id}/show`,
  `/clients/${id}/show/finance`,
  `/clients/${id}/show/statistics`,
  `/clients/${id}/show/statistics?groupBy=operator`,
  `/clients/${id}/show/names`,
];

describe('the console in a browser', () => {
  let drop: () => Promise<void>;
  let server: RunningProgram;
  let browser: ConsoleBrowser;
  /** The client of the demonstration that has most to show. */
  let busiest: number;

  beforeAll(async () => {
    const fresh = await freshPostgresDatabase();
    ({ drop } = fresh);
    server = await serve({ DATABASE_URL: fresh.db }, ['--demo']);
    browser = await openConsole(server.url);
    const rows = await api<{ clientId: number }[]>(
      `transactions?range=[0,0]&sort=["seq","DESC"]&filter={"kind":"charge"}`,
    );
    busiest = rows[0]?.clientId ?? 0;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await drop?.();
  });

  async function api<Answer>(path: string): Promise<Answer> {
    return (await (await fetch(`${server.url}/api/${path}`)).json()) as Answer;
  }

  async function openList(path = '/clients'): Promise<Page> {
    const page = await browser.open(path);
    await page.locator('tbody tr').nth(1).waitFor();
    return page;
  }
  const ids = async (page: Page) => (await cells(page)).map(([id]) => Number(id));
  const settled = async (page: Page, expected: number[]) => {
    await expect.poll(() => ids(page), { timeout: 10_000 }).toEqual(expected);
  };
  const down = (from: number, rows: number) => Array.from({ length: rows }, (_, n) => from - n);

  it('LIST-1, LIST-5, LIST-6, LIST-8 shows the newest ten of all clients', async () => {
    const page = await openList();
    await page.getByRole('menuitem', { name: 'Clients' }).waitFor();
    expect(await ids(page)).toEqual(down(2000, 10));
    const head = await page.locator('thead th').allInnerTexts();
    expect(head.map((text) => text.trim())).toEqual([
      'ID',
      'Login',
      'Company',
      'Name',
      'SMS price',
      'Balance',
      'Credit',
      'Channel',
    ]);
    await page.getByText('2,000 clients').waitFor();
    await page.getByText('1-10 of 2,000').waitFor();
    await page.context().close();
  });

  it('LIST-3 jumps to the page number typed into the pager, and says why it cannot', async () => {
    const page = await openList();
    const field = page.getByRole('textbox', { name: 'Page number' });
    await field.fill('42');
    await field.press('Enter');
    await settled(page, down(2000 - 410, 10));
    await page.getByText('411-420 of 2,000').waitFor();
    for (const [typed, reason] of [
      ['201', 'There are 200 pages'],
      ['abc', 'Enter a page number from 1 to 200'],
    ] as const) {
      await field.fill(typed);
      await field.press('Enter');
      await page.getByRole('alert').filter({ hasText: reason }).waitFor();
      expect(await ids(page)).toEqual(down(2000 - 410, 10));
    }
    await page.getByRole('button', { name: /last page/i }).click();
    await settled(page, down(10, 10));
    await page.getByRole('button', { name: /previous page/i }).click();
    await settled(page, down(20, 10));
    await page.getByRole('button', { name: /first page/i }).click();
    await settled(page, down(2000, 10));
    await page.context().close();
  });

  it('LIST-2 remembers how many rows a page has', async () => {
    const page = await openList();
    const rows = page.getByRole('combobox', { name: 'Rows per page' });
    expect(await rows.locator('option').allInnerTexts()).toEqual(['10', '20', '50', '100']);
    await rows.selectOption('20');
    await settled(page, down(2000, 20));
    await page.goto(`${server.url}/#/clients/5/show`);
    await page.getByRole('tab', { name: 'FINANCE' }).waitFor();
    await page.goto('about:blank');
    await page.goto(`${server.url}/#/clients`);
    await settled(page, down(2000, 20));
    await page.context().close();
  });

  it('LIST-4 searches on Enter and on the button, keeps it in the URL, and clears it', async () => {
    const page = await openList();
    const search = page.getByRole('textbox', { name: 'User search' });
    await page.keyboard.press('/');
    expect(await search.evaluate((input) => input === document.activeElement)).toBe(true);
    await search.fill('1234');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    // An exact ID comes first, whatever else has these digits.
    await expect.poll(async () => (await ids(page))[0], { timeout: 10_000 }).toBe(1234);
    await page.reload();
    await expect.poll(async () => (await ids(page))[0], { timeout: 10_000 }).toBe(1234);
    expect(await search.inputValue()).toBe('1234');
    await search.fill('no such client anywhere');
    await search.press('Enter');
    await page.getByText('Nothing found for “no such client anywhere”').waitFor();
    await search.press('Escape');
    await settled(page, down(2000, 10));
    await page.context().close();
  });

  it('LIST-6 sorts by every column in both directions', async () => {
    const page = await openList();
    await page.locator('th.column-id').getByRole('button').click();
    await settled(
      page,
      Array.from({ length: 10 }, (_, n) => n + 1),
    );
    for (const field of ['company', 'name', 'smsPrice', 'balance', 'creditLimit', 'channel']) {
      for (const order of ['ASC', 'DESC']) {
        await page.locator(`th.column-${field}`).getByRole('button').click();
        const rows = await api<Client[]>(`clients?range=[0,9]&sort=["${field}","${order}"]`);
        await settled(
          page,
          rows.map(({ id }) => id),
        );
      }
    }
    await page.context().close();
  });

  it('LIST-7 opens a client by click, by keyboard and in a new tab', async () => {
    const page = await openList();
    // Anywhere in the row: here between the columns.
    await page
      .locator('tbody tr')
      .nth(2)
      .click({ position: { x: 700, y: 5 } });
    await page.getByRole('heading', { name: /^1998 \// }).waitFor();
    await page.getByRole('link', { name: 'Back to the clients' }).click();
    await settled(page, down(2000, 10));
    await page.locator('tbody a').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^1999 \// }).waitFor();
    await page.goBack();
    await settled(page, down(2000, 10));
    // A real link, which any browser opens in a new tab. (Tabs that a page opens by itself crash
    // in some headless builds, so the address is opened by hand here.)
    const href = await page.locator('tbody tr').first().locator('a').first().getAttribute('href');
    const tab = await page.context().newPage();
    await tab.goto(`${server.url}/${href}`);
    await tab.getByRole('heading', { name: /^2000 \// }).waitFor();
    await page.context().close();
  });

  it('INFO-1 gives each tab its own address', async () => {
    const page = await browser.open(`/clients/${busiest}/show`);
    for (const [name, path] of [
      ['FINANCE', '/finance'],
      ['STATISTICS', '/statistics'],
      ['NAMES', '/names'],
      ['GENERAL INFO', ''],
    ]) {
      await page.getByRole('tab', { name }).click();
      await expect
        .poll(() => new URL(page.url()).hash.split('?')[0])
        .toBe(`#/clients/${busiest}/show${path}`);
    }
    await page.goto(`${server.url}/#/clients/${busiest}/show/no-such-tab`);
    await expect.poll(() => new URL(page.url()).hash).toBe(`#/clients/${busiest}/show`);
    await page.getByText('Registration date').waitFor();
    await page.context().close();
  });

  it('INFO-3 saves the SMS subscription and says when it changed', async () => {
    const before = await api<Client>('clients/7');
    const page = await browser.open('/clients/7/show');
    const box = page.getByRole('checkbox', { name: 'SMS subscription' });
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await box.waitFor();
    expect(await save.isDisabled()).toBe(true);
    await box.click();
    await save.click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const after = await api<Client>('clients/7');
    expect(after.smsSubscription).toBe(!before.smsSubscription);
    expect(after.smsSubscriptionChangedBy).toBe('operator');
    await page.getByText(/Last changed/).waitFor();

    // Somebody else changes the client while this page is open: nothing is overwritten.
    await fetch(`${server.url}/api/clients/7`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Changed Elsewhere' }),
    });
    await box.click();
    await save.click();
    await page.getByText(/Someone else changed this client/).waitFor();
    expect((await api<Client>('clients/7')).smsSubscription).toBe(after.smsSubscription);
    browser.faults.length = 0;
    await page.context().close();
  });

  it('STAT-4 draws every day of the period, straight from point to point', async () => {
    const page = await browser.open(`/clients/${busiest}/show/statistics?${PERIOD}`);
    await page.locator('.apexcharts-series path.apexcharts-line').first().waitFor();
    const lines = await page.locator('.apexcharts-series path.apexcharts-line').all();
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const path = (await line.getAttribute('d')) ?? '';
      expect(path).not.toMatch(/[CSQ]/);
      expect(path.match(/[ML]/g)).toHaveLength(DAYS);
    }
    expect(await cells(page)).toHaveLength(DAYS);
    await page.context().close();
  });

  it('FIN-4 refreshes the transactions when a date is chosen, and keeps the period in the URL', async () => {
    const page = await browser.open(`/clients/${busiest}/show/finance?${PERIOD}`);
    const { headers } = await fetch(
      `${server.url}/api/transactions?range=[0,0]&filter=${JSON.stringify({
        clientId: busiest,
        from: EARLIER,
        to: TO,
      })}`,
    );
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('textbox', { name: 'From' }).fill(EARLIER);
    await page.getByText(new RegExp(`Total ${headers.get('X-Total-Count')}\\b`)).waitFor();
    expect(page.url()).toContain(`from=${EARLIER}&to=${TO}`);
    await page.getByRole('textbox', { name: 'To', exact: true }).fill(addDays(EARLIER, -1));
    await page.getByText('Before the start date').waitFor();
    await page.context().close();
  });

  it('FIN-4 takes two dates that are entered right after each other', async () => {
    const page = await browser.open(`/clients/${busiest}/show/finance`);
    await page.locator('tbody tr').first().waitFor();
    const from = page.getByRole('textbox', { name: 'From' });
    const to = page.getByRole('textbox', { name: 'To', exact: true });
    await from.fill(EARLIER);
    await to.fill(TO);
    await expect.poll(() => page.url()).toContain(`from=${EARLIER}&to=${TO}`);
    // Typed, the second while the first takes effect.
    // The browser of the tests has its dates in the American order.
    const digits = (date: string) => date.slice(5, 7) + date.slice(8) + date.slice(0, 4);
    await from.focus();
    await page.keyboard.type(digits(FROM), { delay: 40 });
    await to.focus();
    await page.keyboard.type(digits(addDays(TO, -1)), { delay: 120 });
    await expect.poll(() => page.url()).toContain(`from=${FROM}&to=${addDays(TO, -1)}`);
    expect([await from.inputValue(), await to.inputValue()]).toEqual([FROM, addDays(TO, -1)]);
    await page.context().close();
  });

  it('NAME-1 lists the sender names with their state and questionnaire', async () => {
    const page = await browser.open(`/clients/${busiest}/show/names`);
    await page.locator('tbody tr').first().waitFor();
    const names = await api<{ name: string }[]>(
      `sender_names?range=[0,9]&sort=["requestedAt","DESC"]&filter={"clientId":${busiest}}`,
    );
    const shown = (await cells(page)).map(([name]) => name);
    expect(shown).toEqual(names.map(({ name }) => name));
    await page.context().close();
  });

  it('says what failed and recovers when asked to', async () => {
    const page = await browser.open('about:blank');
    await page.route('**/api/clients?*', (route) =>
      route.fulfill({ status: 500, json: { message: 'The database is on fire.' } }),
    );
    await page.goto(`${server.url}/#/clients`);
    await page.getByText('The database is on fire.').first().waitFor();
    await page.unroute('**/api/clients?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await settled(page, down(2000, 10));
    // A refresh that fails leaves what is there to read, and says so.
    await page.route('**/api/clients?*', (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('The clients could not be loaded').waitFor();
    expect(await ids(page)).toEqual(down(2000, 10));
    await page.unroute('**/api/clients?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The clients could not be loaded').waitFor({ state: 'detached' });
    // Code that did not arrive can be asked for again.
    await page.route('**/assets/ClientShow*', (route) => route.abort());
    await page.locator('tbody tr').first().click();
    await page.getByText('This part of the console could not be loaded').waitFor();
    await page.unroute('**/assets/ClientShow*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: /^2000 \// }).waitFor();
    await page.goto(`${server.url}/#/clients/987654/show`);
    await page.getByText('There is no client 987654').waitFor();
    browser.faults.length = 0;
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility fault axe can find, %s',
    async (scheme) => {
      for (const screen of SCREENS(busiest)) {
        const page = await browser.open(screen, { colorScheme: scheme });
        await page.waitForLoadState('networkidle');
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(),
        );
        expect(
          violations.map(
            ({ id, nodes }) => `${screen} ${id}: ${nodes.map((n) => n.html).join(' | ')}`,
          ),
        ).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('fits a phone without scrolling sideways', async () => {
    for (const screen of SCREENS(busiest)) {
      const page = await browser.open(screen, { viewport: { width: 390, height: 844 } });
      await page.waitForLoadState('networkidle');
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([screen, width]).toEqual([screen, 390]);
      await page.context().close();
    }
  });

  it('leaves no error in the browser', () => {
    expect(browser.faults).toEqual([]);
  });
});
