import axe from 'axe-core';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import type { Notice } from '../../schema/notices.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { openConsole, type ConsoleBrowser } from '../support/console.ts';
import { openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';
import { openSite, type Site } from '../support/site.ts';

describe('the FINANCE tab in a browser', () => {
  let host: TestHost;
  let site: Site;
  let browser: ConsoleBrowser;

  beforeAll(async () => {
    host = await openHost('PostgreSQL', {
      authenticate: async (request) => ({ id: request.headers.get('X-User') ?? 'anna' }),
      topUpApproval: { '*': '1000' },
    });
    site = await openSite(host.app);
    browser = await openConsole(site.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await host?.close();
  });

  /** A client's FINANCE tab, and its panels. */
  async function openFinance(clientId: number, options: BrowserContextOptions = {}) {
    const page = await browser.open(`/clients/${clientId}/show/finance`, options);
    const topUp = page.getByRole('region', { name: 'Top up account' });
    await topUp.getByLabel('Amount').waitFor();
    return {
      page,
      topUp,
      credit: page.getByRole('region', { name: 'Set credit' }),
      account: page.getByRole('region', { name: 'Account', exact: true }),
      dialog: page.getByRole('dialog'),
    };
  }
  const save = (panel: Locator) => panel.getByRole('button', { name: 'SAVE' }).click();
  const said = (page: Page, message: string | RegExp) =>
    page.getByRole('alert').filter({ hasText: message }).waitFor();
  const rowsOf = (clientId: number) => list<Transaction>(host.app, 'transactions', { clientId });
  const balanceOf = async (clientId: number) =>
    (await send<Client>(host.app, 'GET', `/api/clients/${clientId}`)).body.balance;

  it('FIN-3 tops up by an amount in the locale’s way, after showing what comes of it', async () => {
    const { id } = await newClient(host.app);
    const { page, topUp, dialog, account } = await openFinance(id, { locale: 'en-DE' });
    await topUp.getByLabel('Amount').fill('250,50');
    await topUp.getByLabel('Comment').fill('Invoice 7');
    await topUp.getByRole('status').filter({ hasText: '250,50' }).waitFor();
    await topUp.getByLabel('Amount').press('Enter');
    await dialog.getByText(`Top up client ${id} by 250,50 EUR?`).waitFor();
    expect(await dialog.innerText()).toMatch(/Balance\s+0,0000 EUR\s+250,5000 EUR/);
    await dialog.getByRole('button', { name: 'Top up' }).click();
    await said(page, 'Saved: 250,50 EUR, balance 250,50 EUR');
    await account.getByText('250,50').first().waitFor();
    await page.locator('tbody tr').filter({ hasText: 'Invoice 7' }).waitFor();
    expect(await topUp.getByLabel('Amount').inputValue()).toBe('');
    expect((await rowsOf(id)).rows).toMatchObject([
      { kind: 'top_up', amount: '250.500000', comment: 'Invoice 7' },
    ]);
  });

  it('FIN-3 says at the field what is wrong, and asks nothing of the server then', async () => {
    const { id } = await newClient(host.app);
    const { topUp, dialog } = await openFinance(id);
    for (const [typed, fault] of [
      ['', 'Enter an amount'],
      ['12 apples', 'Enter a number such as 1250.50'],
      ['0', 'Must be greater than zero'],
      ['-5', 'Must not be negative'],
      ['1.2345678', 'At most 6 decimals'],
      ['123456789012345', 'At most 14 digits before the decimals'],
    ] as const) {
      await topUp.getByLabel('Amount').fill(typed);
      await save(topUp);
      await topUp.getByText(fault).waitFor();
      expect(await topUp.getByLabel('Amount').getAttribute('aria-invalid')).toBe('true');
      expect(await topUp.getByLabel('Amount').inputValue()).toBe(typed);
    }
    expect(await dialog.count()).toBe(0);
    expect((await rowsOf(id)).total).toBe(0);
  });

  it('FIN-7 posts once for a double click', async () => {
    const { id } = await newClient(host.app);
    const { page, topUp, dialog } = await openFinance(id);
    await topUp.getByLabel('Amount').fill('5');
    await save(topUp);
    await dialog.getByRole('button', { name: 'Top up' }).dblclick();
    await said(page, 'Saved: 5.00 EUR');
    expect((await rowsOf(id)).total).toBe(1);
  });

  it('FIN-7 posts once when the answer is lost and the entry is tried again', async () => {
    const { id } = await newClient(host.app);
    const { page, topUp, dialog } = await openFinance(id);
    let lost = 0;
    await page.route('**/api/transactions', async (route) => {
      if (route.request().method() !== 'POST' || lost === 3) return route.continue();
      lost += 1;
      // The server does it, and nobody hears of it.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await topUp.getByLabel('Amount').fill('7');
    await save(topUp);
    await dialog.getByRole('button', { name: 'Top up' }).click();
    await dialog.getByText('The server did not answer').waitFor();
    expect(lost).toBe(3);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await said(page, 'Saved: 7.00 EUR, balance 7.00 EUR');
    expect(await balanceOf(id)).toBe('7.000000');
  });

  it('FIN-7 asks first when the same amount was entered a moment ago', async () => {
    const { id } = await newClient(host.app);
    const { page, topUp, dialog } = await openFinance(id);
    const enter = async (name: string) => {
      await topUp.getByLabel('Amount').fill('20');
      await save(topUp);
      const button = dialog.getByRole('button', { name, exact: true });
      await button.waitFor();
      return button;
    };
    await (await enter('Top up')).click();
    await said(page, 'Saved: 20.00 EUR');
    const again = await enter('Enter it again');
    await dialog.getByText('The same amount was entered for this client at').waitFor();
    // Enter alone does not do it again.
    expect(await dialog.getByRole('button', { name: 'Cancel' }).evaluate(isFocused)).toBe(true);
    await again.click();
    await said(page, 'balance 40.00 EUR');
    expect(await balanceOf(id)).toBe('40.000000');
  });

  it('FIN-2, FIN-10 sets a limit with an end, notifies the client, and shows the history', async () => {
    const { id } = await newClient(host.app, { email: 'client@example.com' });
    const { page, credit, dialog, account } = await openFinance(id);
    await credit.getByLabel('Credit limit').fill('500');
    await credit.getByLabel('Ends (optional)').fill('2099-12-31T23:59');
    await credit.getByLabel('Reason').fill('Contract 12');
    await credit.getByLabel('Notify customer').check();
    await save(credit);
    await dialog.getByText(`Set the credit of client ${id} to 500.00 EUR?`).waitFor();
    expect(await dialog.innerText()).toMatch(/Credit\s+0.0000 EUR\s+500.0000 EUR/);
    await dialog.getByRole('button', { name: 'Set credit' }).click();
    await said(page, 'Credit set to 500.00 EUR');
    await account.getByText('until').waitFor();
    const { rows } = await list<CreditLimit>(host.app, 'credit_limits', { clientId: id });
    // Midnight of Kyiv.
    expect(rows).toMatchObject([
      { amount: '500.000000', expiresAt: '2099-12-31T21:59:00.000Z', reason: 'Contract 12' },
    ]);
    const notices = await list<Notice>(host.app, 'notices', { clientId: id });
    expect(notices.rows).toMatchObject([{ kind: 'credit_limit', status: 'pending' }]);

    await credit.getByRole('button', { name: 'History' }).click();
    await dialog.getByText('Contract 12').waitFor();
    expect(await dialog.innerText()).toContain('client notified');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await credit.getByRole('button', { name: 'History' }).evaluate(isFocused)).toBe(true);
  });

  it('FIN-10 says at the field that an end lies in the past, and keeps what was typed', async () => {
    const { id } = await newClient(host.app);
    const { credit, dialog } = await openFinance(id);
    await credit.getByLabel('Credit limit').fill('50');
    await credit.getByLabel('Ends (optional)').fill('2020-01-01T00:00');
    await save(credit);
    await dialog.getByRole('button', { name: 'Set credit' }).click();
    await credit.getByText('must lie in the future').waitFor();
    expect(await dialog.count()).toBe(0);
    expect(await credit.getByLabel('Credit limit').inputValue()).toBe('50');
    await credit.getByLabel('Ends (optional)').fill('2099-01-01T00:00');
    await save(credit);
    await dialog.getByRole('button', { name: 'Set credit' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await list(host.app, 'credit_limits', { clientId: id })).total).toBe(1);
  });

  it('adjusts with a reason, and never by more than is available', async () => {
    const { id } = await newClient(host.app);
    await postTopUp(id, '30');
    const { page, account, dialog } = await openFinance(id);
    await account.getByRole('button', { name: 'Adjust ...' }).click();
    await dialog.getByRole('button', { name: 'Take' }).click();
    await dialog.getByLabel('Amount').fill('31');
    await dialog.getByLabel('Reason').fill('Counted twice');
    await dialog.getByText('This takes more than is available.').waitFor();
    expect(await dialog.getByRole('button', { name: 'SAVE' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Amount').fill('30');
    await dialog.getByText('This takes more than is available.').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    await said(page, 'balance 0.00 EUR');
    expect((await rowsOf(id)).rows[1]).toMatchObject({
      kind: 'adjustment',
      amount: '-30.000000',
      comment: 'Counted twice',
    });
  });

  it('FIN-8 reverses a transaction once, with a reason', async () => {
    const { id } = await newClient(host.app);
    await postTopUp(id, '12');
    const { page, dialog } = await openFinance(id);
    await page
      .locator('tbody')
      .getByRole('link', { name: `${id}-1` })
      .click();
    await dialog.getByRole('button', { name: 'Reverse ...' }).click();
    const asked = page.getByRole('dialog', { name: `Reverse transaction ${id}-1?` });
    expect(await asked.getByRole('button', { name: 'Reverse' }).isDisabled()).toBe(true);
    await asked.getByLabel('Reason').fill('Wrong client');
    await asked.getByRole('button', { name: 'Reverse' }).click();
    await page.getByText('balance 0.00 EUR').waitFor();
    await dialog.getByText(`Reversed by`).waitFor();
    expect(await dialog.getByRole('button', { name: 'Reverse ...' }).count()).toBe(0);
    expect((await rowsOf(id)).rows[1]).toMatchObject({
      kind: 'reversal',
      reversesId: `${id}-1`,
      comment: 'Wrong client',
    });
  });

  it('FIN-13 lets a second person approve what one person may not top up alone', async () => {
    const { id } = await newClient(host.app);
    const anna = await openFinance(id);
    await anna.topUp.getByLabel('Amount').fill('5000');
    await save(anna.topUp);
    await anna.dialog.getByText('So much must be approved by a second person.').waitFor();
    await anna.dialog.getByRole('button', { name: 'Top up' }).click();
    await said(anna.page, '5,000.00 EUR waits for the approval of a second person');
    const waiting = { name: 'One top-up waits for approval' };
    const own = anna.page.getByRole('region', waiting);
    await own.getByText('5,000.00').waitFor();
    expect(await balanceOf(id)).toBe('0.000000');

    // The console does not know who she is, so the server tells.
    await own.getByRole('button', { name: 'Approve' }).click();
    await anna.dialog.getByRole('button', { name: 'Approve' }).click();
    await anna.dialog.getByText('A second person must approve this top-up').waitFor();
    expect(await balanceOf(id)).toBe('0.000000');

    const bert = await openFinance(id, { extraHTTPHeaders: { 'X-User': 'bert' } });
    const asked = bert.page.getByRole('region', waiting);
    await asked.getByRole('button', { name: 'Approve' }).click();
    await bert.dialog.getByText('5,000.0000').first().waitFor();
    await bert.dialog.getByRole('button', { name: 'Approve' }).click();
    await bert.dialog.waitFor({ state: 'detached' });
    await asked.waitFor({ state: 'detached' });
    expect(await balanceOf(id)).toBe('5000.000000');
    const { rows } = await list<TopUpRequest>(host.app, 'top_up_requests', { clientId: id });
    expect(rows).toMatchObject([
      { status: 'approved', requestedBy: 'anna', decidedBy: 'bert', transactionId: `${id}-1` },
    ]);
  });

  it('FIN-12 sets the thresholds; a faulty one is told at its field, a stale save loses nothing', async () => {
    const { id, version } = await newClient(host.app);
    const { account, dialog } = await openFinance(id);
    await account.getByRole('button', { name: 'Billing settings' }).click();
    await dialog.getByLabel('Charged when delivered').check();
    await dialog.getByLabel('warning below').fill('10');
    await dialog.getByLabel('critical below').fill('20');
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    await dialog.getByText('must not be above the warning').first().waitFor();
    await dialog.getByLabel('critical below').fill('2,5');
    await send(host.app, 'PUT', `/api/clients/${id}`, { company: 'Meanwhile', version });
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    await dialog.getByText('Someone else changed this client').waitFor();
    await dialog.getByRole('button', { name: 'Load the current state' }).click();
    await dialog.getByText('Someone else changed').waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('critical below').inputValue()).toBe('2,5');
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    await dialog.waitFor({ state: 'detached' });
    await account.getByText('Critically low balance').waitFor();
    expect((await send<Client>(host.app, 'GET', `/api/clients/${id}`)).body).toMatchObject({
      chargingPolicy: 'on_delivery',
      lowBalanceWarning: '10.000000',
      lowBalanceCritical: '2.500000',
      company: 'Meanwhile',
    });
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { id } = await newClient(host.app, { lowBalanceWarning: '10' });
    await postTopUp(id, '5');
    const { page, topUp, account, credit, dialog } = await openFinance(id, { colorScheme });
    const check = async (where: string) => {
      await page.waitForTimeout(300);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const found = await (window as unknown as { axe: typeof axe }).axe.run();
        return found.violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`);
      });
      expect(violations, where).toEqual([]);
    };
    await topUp.getByLabel('Amount').fill('x');
    await topUp.getByLabel('Amount').blur();
    await credit.getByLabel('Credit limit').fill('9');
    await credit.getByRole('status').filter({ hasText: '14.00' }).waitFor();
    await check('the tab');
    await topUp.getByLabel('Amount').fill('5');
    await save(topUp);
    await dialog.getByText('The same amount').waitFor();
    await check('confirming');
    for (const name of ['Adjust ...', 'Billing settings'] as const) {
      await page.keyboard.press('Escape');
      await account.getByRole('button', { name }).click();
      await check(name);
    }
    await page.keyboard.press('Escape');
    await credit.getByRole('button', { name: 'History' }).click();
    await check('the history');
  });

  it('fits a phone without sideways scrolling', async () => {
    const { id } = await newClient(host.app);
    const { page, account, dialog } = await openFinance(id, {
      viewport: { width: 390, height: 844 },
    });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(390);
    await account.getByRole('button', { name: 'Billing settings' }).click();
    await dialog.waitFor();
    expect(await width()).toBeLessThanOrEqual(390);
  });

  it('had no errors that were not meant', () => {
    const meant = /40[39]|422|Failed to load resource|ERR_CONNECTION_RESET/;
    expect(browser.faults.filter((fault) => !meant.test(fault))).toEqual([]);
    expect(host.logged).toEqual([]);
  });

  let keys = 0;
  async function postTopUp(clientId: number, amount: string) {
    keys += 1;
    const body = { clientId, kind: 'top_up', amount, idempotencyKey: `setup ${keys}` };
    expect((await send(host.app, 'POST', '/api/transactions', body)).status).toBe(201);
  }
});

const isFocused = (element: Element) => element === document.activeElement;
