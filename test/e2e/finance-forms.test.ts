import axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import type { Notice } from '../../schema/notices.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import {
  isFocused,
  openFinanceSite,
  said,
  save,
  type FinanceSite,
} from '../support/finance-tab.ts';
import { list, newClient, send } from '../support/requests.ts';

describe('the FINANCE tab in a browser', () => {
  let finance: FinanceSite;
  let app: FinanceSite['app'];
  beforeAll(async () => {
    finance = await openFinanceSite();
    app = finance.app;
  }, 60_000);
  afterAll(() => finance?.close());

  it('FIN-3 tops up by an amount in the locale’s way, after showing what comes of it', async () => {
    const { id } = await newClient(app);
    const { page, topUp, dialog, account } = await finance.openFinance(id, { locale: 'en-DE' });
    await topUp.getByLabel('Amount').fill('250,50');
    await topUp.getByLabel('Comment').fill('Invoice 7');
    const preview = topUp.getByRole('status').first();
    await preview.filter({ hasText: '250,50' }).waitFor();
    expect(await preview.innerText()).toMatch(/Balance\s+0,0000\s+250,5000 EUR\s+Available/);
    await topUp.getByLabel('Amount').press('Enter');
    await dialog.getByText(`Top up client ${id} by 250,50 EUR?`).waitFor();
    expect(await dialog.innerText()).toMatch(/Balance\s+0,0000\s+250,5000 EUR/);
    await dialog.getByRole('button', { name: 'Top up' }).click();
    await said(topUp, 'Saved: +250,50 EUR, balance 250,50 EUR');
    await account.getByText('250,50').first().waitFor();
    await page.locator('tbody tr').filter({ hasText: 'Invoice 7' }).waitFor();
    expect(await topUp.getByLabel('Amount').inputValue()).toBe('');
    expect((await finance.rowsOf(id)).rows).toMatchObject([
      { kind: 'top_up', amount: '250.500000', comment: 'Invoice 7' },
    ]);
  });

  it('FIN-3 says at the field what is wrong, and asks nothing of the server then', async () => {
    const { id } = await newClient(app);
    const { topUp, dialog } = await finance.openFinance(id);
    for (const [typed, fault] of [
      ['', 'Enter an amount'],
      ['12 apples', 'Enter an amount such as 1,250.50'],
      ['100 50', 'Enter an amount such as 1,250.50'],
      ['0', 'Must be greater than zero'],
      ['-5', 'Must not be negative'],
      ['1.2345678', 'At most 6 decimals'],
      ['123456789012345', 'At most 14 digits before the decimals'],
    ] as const) {
      await topUp.getByLabel('Amount').fill(typed);
      await save(topUp);
      await topUp.getByText(fault).waitFor();
      expect(await isFocused(topUp.getByLabel('Amount'))).toBe(true);
      expect(await topUp.getByLabel('Amount').getAttribute('aria-invalid')).toBe('true');
      expect(await topUp.getByLabel('Amount').inputValue()).toBe(typed);
    }
    expect(await dialog.count()).toBe(0);
    expect((await finance.rowsOf(id)).total).toBe(0);
  });

  it('FIN-2, FIN-10 sets a limit with an end, notifies the client, and shows the history', async () => {
    const { id } = await newClient(app, { email: 'client@example.com' });
    const { page, credit, dialog, account } = await finance.openFinance(id);
    await credit.getByLabel('Credit limit').fill('500');
    await credit.getByLabel('Ends (optional)').fill('2099-12-31T23:59');
    await credit.getByLabel('Reason').fill('Contract 12');
    await credit.getByLabel('Notify customer').check();
    await save(credit);
    await dialog.getByText(`Set the credit of client ${id} to 500.00 EUR?`).waitFor();
    expect(await dialog.innerText()).toMatch(/Credit\s+0.0000\s+500.0000 EUR/);
    await dialog.getByText('It holds until 31 Dec 2099, 23:59, then 0.00 EUR').waitFor();
    await dialog.getByText('A mail tells client@example.com.').waitFor();
    await dialog.getByRole('button', { name: 'Set credit' }).click();
    await said(credit, 'Credit set to 500.00 EUR');
    await account.getByText('until 31 Dec 2099, 23:59, then 0.00 EUR').waitFor();
    const { rows } = await list<CreditLimit>(app, 'credit_limits', { clientId: id });
    // Midnight of Kyiv.
    expect(rows).toMatchObject([
      { amount: '500.000000', expiresAt: '2099-12-31T21:59:00.000Z', reason: 'Contract 12' },
    ]);
    const notices = await list<Notice>(app, 'notices', { clientId: id });
    expect(notices.rows).toMatchObject([{ kind: 'credit_limit', status: 'pending' }]);

    await credit.getByRole('button', { name: 'History' }).click();
    await dialog.getByText('Contract 12').waitFor();
    expect(await dialog.innerText()).toContain('client notified');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await isFocused(credit.getByRole('button', { name: 'History' }))).toBe(true);
  });

  it('FIN-10 says at the field that an end lies in the past, and keeps what was typed', async () => {
    const { id } = await newClient(app);
    const { credit, dialog } = await finance.openFinance(id);
    await credit.getByLabel('Credit limit').fill('50');
    await credit.getByLabel('Ends (optional)').fill('2020-01-01T00:00');
    await save(credit);
    await dialog.getByRole('button', { name: 'Set credit' }).click();
    await credit.getByText('must lie in the future').waitFor();
    expect(await dialog.count()).toBe(0);
    expect(await isFocused(credit.getByLabel('Ends (optional)'))).toBe(true);
    expect(await credit.getByLabel('Credit limit').inputValue()).toBe('50');
    await credit.getByLabel('Ends (optional)').fill('2099-01-01T00:00');
    await save(credit);
    await dialog.getByRole('button', { name: 'Set credit' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await list(app, 'credit_limits', { clientId: id })).total).toBe(1);
  });

  it('FIN-10 takes a half-typed end for a slip, never for a limit without one', async () => {
    const { id } = await newClient(app);
    const { page, credit, dialog } = await finance.openFinance(id);
    await credit.getByLabel('Credit limit').fill('50');
    await credit.getByLabel('Ends (optional)').focus();
    await page.keyboard.type('12');
    await save(credit);
    await credit.getByText('Enter the full date and time, or clear the field').waitFor();
    expect(await isFocused(credit.getByLabel('Ends (optional)'))).toBe(true);
    expect(await dialog.count()).toBe(0);
    expect((await list(app, 'credit_limits', { clientId: id })).total).toBe(0);
  });

  it('FIN-2 says that a lower limit stops the client, and that there is nobody to notify', async () => {
    const { id } = await newClient(app, { email: null });
    await send(app, 'POST', '/api/credit_limits', {
      clientId: id,
      amount: '50',
      idempotencyKey: `a${id}`,
    });
    const fee = {
      clientId: id,
      kind: 'fee',
      amount: '-40',
      comment: 'Rent',
      idempotencyKey: `b${id}`,
    };
    await send(app, 'POST', '/api/transactions', fee);
    const { credit, dialog } = await finance.openFinance(id);
    expect(await credit.getByLabel('Notify customer').isDisabled()).toBe(true);
    await credit.getByText('The client has no email address.').waitFor();
    await credit.getByLabel('Credit limit').fill('10');
    await credit.getByText('Available is below zero then').waitFor();
    await credit.getByLabel('Credit limit').press('Enter');
    await dialog.getByText('Available is below zero then').waitFor();
    expect(await dialog.innerText()).toMatch(/Available\s+10.0000\s+−30.0000 EUR/);
  });

  it('adjusts with a reason, and never by more than is available', async () => {
    const { id } = await newClient(app);
    await finance.postTopUp(id, '30');
    const { page, account, dialog } = await finance.openFinance(id);
    await account.getByRole('button', { name: 'Adjust ...' }).click();
    await dialog.getByRole('button', { name: 'Take' }).click();
    await dialog.getByLabel('Amount').fill('31');
    await dialog.getByLabel('Reason').fill('Counted twice');
    await dialog.getByText('This takes more than is available.').waitFor();
    expect(await dialog.getByRole('button', { name: 'SAVE' }).isDisabled()).toBe(true);
    // A slip beside the dialog loses nothing.
    await page.mouse.click(5, 300);
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Counted twice');
    await dialog.getByLabel('Amount').fill('30');
    await dialog.getByText('This takes more than is available.').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    await said(page, 'Saved: −30.00 EUR, balance 0.00 EUR');
    expect((await finance.rowsOf(id)).rows[1]).toMatchObject({
      kind: 'adjustment',
      amount: '-30.000000',
      comment: 'Counted twice',
    });
  });

  it('FIN-8 reverses a transaction once, with a reason', async () => {
    const { id } = await newClient(app);
    await finance.postTopUp(id, '12');
    const { page, dialog } = await finance.openFinance(id);
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
    expect((await finance.rowsOf(id)).rows[1]).toMatchObject({
      kind: 'reversal',
      reversesId: `${id}-1`,
      comment: 'Wrong client',
    });
  });

  it('FIN-8 reverses a row of the list by its menu, and the focus returns there', async () => {
    const { id } = await newClient(app);
    await finance.postTopUp(id, '12');
    const { page, dialog } = await finance.openFinance(id);
    const menu = page.getByRole('button', { name: `Actions of transaction ${id}-1` });
    const open = async () => {
      await menu.click();
      await page.getByRole('menuitem', { name: 'Reverse ...' }).click();
      await dialog.getByText(`Reverse transaction ${id}-1?`).waitFor();
    };
    await open();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await isFocused(menu)).toBe(true);
    await open();
    expect(await dialog.innerText()).toMatch(/Balance\s+12.0000\s+0.0000 EUR/);
    await dialog.getByLabel('Reason').fill('Wrong client');
    await dialog.getByLabel('Reason').press('Enter');
    await said(page, 'Saved: −12.00 EUR, balance 0.00 EUR');
    // Neither the row that was reversed nor its reversal can be.
    await page.locator('tbody tr').filter({ hasText: 'Wrong client' }).waitFor();
    await menu.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /^Actions of/ }).count()).toBe(0);
  });

  it('FIN-13 lets a second person approve what one person may not top up alone', async () => {
    const { id } = await newClient(app);
    const anna = await finance.openFinance(id);
    await anna.topUp.getByLabel('Amount').fill('5000');
    await save(anna.topUp);
    await anna.dialog.getByText('So much must be approved by a second person.').waitFor();
    await anna.dialog.getByRole('button', { name: 'Top up' }).click();
    await said(anna.topUp, '5,000.00 EUR waits for the approval of a second person');
    const waiting = { name: 'One top-up waits for approval' };
    const own = anna.page.getByRole('region', waiting);
    await own.getByText('5,000.00').waitFor();
    expect(await finance.balanceOf(id)).toBe('0.000000');

    // The console does not know who she is, so the server tells.
    await own.getByRole('button', { name: 'Approve' }).click();
    await anna.dialog.getByRole('button', { name: 'Approve' }).click();
    await anna.dialog.getByText('A second person must approve this top-up').waitFor();
    expect(await finance.balanceOf(id)).toBe('0.000000');

    const bert = await finance.openFinance(id, { extraHTTPHeaders: { 'X-User': 'bert' } });
    const asked = bert.page.getByRole('region', waiting);
    await asked.getByRole('button', { name: 'Approve' }).click();
    await bert.dialog.getByText('5,000.0000').first().waitFor();
    await bert.dialog.getByRole('button', { name: 'Approve' }).click();
    await bert.dialog.waitFor({ state: 'detached' });
    await asked.waitFor({ state: 'detached' });
    expect(await finance.balanceOf(id)).toBe('5000.000000');
    const { rows } = await list<TopUpRequest>(app, 'top_up_requests', { clientId: id });
    expect(rows).toMatchObject([
      { status: 'approved', requestedBy: 'anna', decidedBy: 'bert', transactionId: `${id}-1` },
    ]);
  });

  it('FIN-12 sets the thresholds; a faulty one is told at its field, a stale save loses nothing', async () => {
    const { id, version } = await newClient(app);
    const { account, dialog } = await finance.openFinance(id);
    await account.getByRole('button', { name: 'Billing settings' }).click();
    await dialog.getByLabel('Charged when delivered').check();
    await dialog.getByLabel('warning below').fill('10');
    await dialog.getByLabel('critical below').fill('20');
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    // Once, at its field, which has the focus.
    await dialog.getByText('must not be above the warning').waitFor();
    expect(await isFocused(dialog.getByLabel('critical below'))).toBe(true);
    await dialog.getByLabel('critical below').fill('2,5');
    await send(app, 'PUT', `/api/clients/${id}`, { company: 'Meanwhile', version });
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    await dialog.getByText('Someone else changed this client').waitFor();
    await dialog.getByRole('button', { name: 'Load the current state' }).click();
    await dialog.getByText('Someone else changed').waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('critical below').inputValue()).toBe('2,5');
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    await dialog.waitFor({ state: 'detached' });
    await account.getByText('Critically low balance').waitFor();
    expect((await send<Client>(app, 'GET', `/api/clients/${id}`)).body).toMatchObject({
      chargingPolicy: 'on_delivery',
      lowBalanceWarning: '10.000000',
      lowBalanceCritical: '2.500000',
      company: 'Meanwhile',
    });
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { id } = await newClient(app, { lowBalanceWarning: '10' });
    await finance.postTopUp(id, '5');
    const waiting = { clientId: id, kind: 'top_up', amount: '5000', idempotencyKey: `w${id}` };
    expect((await send(app, 'POST', '/api/transactions', waiting)).status).toBe(202);
    const { page, topUp, account, credit, dialog } = await finance.openFinance(id, { colorScheme });
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
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Actions of transaction ${id}-1` }).click();
    await page.getByRole('menuitem', { name: 'Reverse ...' }).click();
    await dialog.getByText('5.00').first().waitFor();
    await check('reversing');
    await page.keyboard.press('Escape');
    for (const name of [/^Approve/, /^Reject/, /^Withdraw/]) {
      await page.getByRole('main').getByRole('button', { name }).click();
      await dialog.getByText('5,000.00').first().waitFor();
      await check(`decision ${name}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('fits a phone without sideways scrolling, and shows long amounts to their end', async () => {
    const { id } = await newClient(app);
    const viewport = { width: 390, height: 844 };
    const { page, topUp, account, dialog } = await finance.openFinance(id, { viewport });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    const ends = async (amount: Locator) => {
      const { x = 0, width: wide = 999 } = (await amount.boundingBox()) ?? {};
      return x + wide;
    };
    expect(await width()).toBeLessThanOrEqual(390);
    await account.getByRole('button', { name: 'Billing settings' }).click();
    await dialog.waitFor();
    expect(await width()).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
    await topUp.getByLabel('Amount').fill('98765432109876.123456');
    await topUp.getByText('98,765,432,109,876.123456').first().waitFor();
    expect(await ends(topUp.getByText('98,765,432,109,876.123456').first())).toBeLessThan(370);
    await save(topUp);
    const amounts = dialog.locator('dd').getByText('98,765,432,109,876.123456');
    await expect.poll(() => amounts.count()).toBe(2);
    for (const amount of await amounts.all()) expect(await ends(amount)).toBeLessThan(345);
  });

  it('had no errors that were not meant', () => {
    const meant = /40[39]|422|Failed to load resource|ERR_CONNECTION_RESET/;
    expect(finance.browser.faults.filter((fault) => !meant.test(fault))).toEqual([]);
    expect(finance.host.logged).toEqual([]);
  });
});
