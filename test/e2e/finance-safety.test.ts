import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreditLimit } from '../../schema/credit-limits.ts';
import {
  isFocused,
  loseAnswers,
  openFinanceSite,
  said,
  save,
  watchKeys,
  type FinanceSite,
} from '../support/finance-tab.ts';
import { list, newClient, send } from '../support/requests.ts';

describe('FIN-7 an entry in a browser happens once', () => {
  let finance: FinanceSite;
  beforeAll(async () => {
    finance = await openFinanceSite();
  }, 60_000);
  afterAll(() => finance?.close());

  /** Tops up by 7; it is carried out, and no answer arrives until `arrive` is called. */
  async function topUpUnheard(page: Page, topUp: Locator) {
    const keys = watchKeys(page);
    const arrive = await loseAnswers(page);
    await topUp.getByLabel('Amount').fill('7');
    await save(topUp);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Top up' }).click();
    await dialog.getByText('The server did not answer').waitFor();
    return { keys, arrive };
  }

  it('FIN-7 sends one request for a double click', async () => {
    const { id } = await newClient(finance.app);
    const { page, topUp, dialog } = await finance.openFinance(id);
    const keys = watchKeys(page);
    await topUp.getByLabel('Amount').fill('5');
    await save(topUp);
    const confirm = dialog.getByRole('button', { name: 'Top up' });
    await confirm.click({ trial: true });
    // Both in one moment, before anything can be drawn anew.
    await confirm.evaluate((button: HTMLButtonElement) => (button.click(), button.click()));
    await said(topUp, 'Saved: +5.00 EUR');
    expect(keys).toHaveLength(1);
    expect((await finance.rowsOf(id)).total).toBe(1);
  });

  it('FIN-7 stays open when SAVE is pressed twice, and waits for a key to be let go', async () => {
    const { id } = await newClient(finance.app);
    const { page, topUp, dialog } = await finance.openFinance(id);
    await topUp.getByLabel('Amount').fill('5');
    await topUp.getByRole('button', { name: 'SAVE' }).dblclick();
    await page.mouse.click(5, 300);
    const confirm = dialog.getByRole('button', { name: 'Top up' });
    await confirm.click({ trial: true });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // A key that is held comes again and again.
    await topUp.getByLabel('Amount').focus();
    await page.keyboard.down('Enter');
    await confirm.click({ trial: true });
    await expect.poll(() => isFocused(confirm)).toBe(true);
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.waitForTimeout(200);
    expect((await finance.rowsOf(id)).total).toBe(0);
    await page.keyboard.press('Enter');
    await said(topUp, 'Saved: +5.00 EUR');
  });

  it('FIN-7 posts once when the answer is lost, tried again by itself and by hand', async () => {
    const { id } = await newClient(finance.app);
    const { page, topUp, dialog } = await finance.openFinance(id);
    const { keys, arrive } = await topUpUnheard(page, topUp);
    // The numbers are those that were agreed to, not those of the same entry once more.
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await page.waitForTimeout(200);
    expect(await dialog.innerText()).toMatch(/Balance\s+0.0000\s+7.0000 EUR/);
    await arrive();
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await said(topUp, 'Saved: +7.00 EUR, balance 7.00 EUR');
    expect(keys.length).toBeGreaterThan(2);
    expect(new Set(keys).size).toBe(1);
    expect(await finance.balanceOf(id)).toBe('7.000000');
  });

  it('FIN-7 can try again to take all there is, though nothing is left by then', async () => {
    const { id } = await newClient(finance.app);
    await finance.postTopUp(id, '30');
    const { page, account, dialog } = await finance.openFinance(id);
    const arrive = await loseAnswers(page);
    await account.getByRole('button', { name: 'Adjust ...' }).click();
    await dialog.getByRole('button', { name: 'Take' }).click();
    await dialog.getByLabel('Amount').fill('30');
    await dialog.getByLabel('Reason').fill('Counted twice');
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    await dialog.getByText('The server did not answer').waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await arrive();
    await page.waitForTimeout(200);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await said(page, 'Saved: −30.00 EUR, balance 0.00 EUR');
    expect((await finance.rowsOf(id)).total).toBe(2);
  });

  it('FIN-7 keeps the key of what may be saved, until it is entered anew or again on purpose', async () => {
    const { id } = await newClient(finance.app);
    const { page, topUp, dialog } = await finance.openFinance(id);
    const { keys, arrive } = await topUpUnheard(page, topUp);
    await arrive();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    // It was saved, and the page shows it now. Who goes on means a second one.
    await page.locator('tbody tr').filter({ hasText: 'Account top-up' }).waitFor();
    expect(await topUp.getByLabel('Amount').inputValue()).toBe('7');
    await save(topUp);
    await dialog.getByRole('button', { name: 'Enter it again' }).click();
    await said(topUp, 'Saved: +7.00 EUR, balance 14.00 EUR');
    expect(new Set(keys).size).toBe(2);
  });

  it('FIN-7 takes another key once a value has changed, and sends what is seen', async () => {
    const { id } = await newClient(finance.app);
    const { page, credit, dialog } = await finance.openFinance(id);
    const keys = watchKeys(page);
    let broken = true;
    await page.route('**/api/credit_limits', async (route) => {
      if (!broken || route.request().method() !== 'POST') return route.fallback();
      await route.fulfill({ status: 503, body: '{"message":"Busy"}' });
    });
    await credit.getByLabel('Credit limit').fill('7');
    await save(credit);
    await dialog.getByRole('button', { name: 'Set credit' }).click();
    await dialog.getByText('The server did not answer').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await credit.getByLabel('Credit limit').fill('8');
    broken = false;
    await save(credit);
    await dialog.getByRole('button', { name: 'Set credit' }).click();
    await said(credit, 'Credit set to 8.00 EUR');
    expect(new Set(keys).size).toBe(2);
    const { rows } = await list<CreditLimit>(finance.app, 'credit_limits', { clientId: id });
    expect(rows.map(({ amount }) => amount)).toEqual(['8.000000']);
  });

  it('FIN-7 says so when there is no network, instead of waiting for ever', async () => {
    const { id } = await newClient(finance.app);
    const { page, topUp, dialog } = await finance.openFinance(id);
    await topUp.getByLabel('Amount').fill('9');
    await save(topUp);
    const confirm = dialog.getByRole('button', { name: 'Top up' });
    await confirm.click({ trial: true });
    await page.context().setOffline(true);
    await confirm.click();
    await dialog.getByText('The server did not answer').waitFor();
    await page.context().setOffline(false);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await said(topUp, 'Saved: +9.00 EUR');
    expect((await finance.rowsOf(id)).total).toBe(1);
  });

  it('FIN-7 asks before the same amount again, and Enter alone does not do it', async () => {
    const { id } = await newClient(finance.app);
    await finance.postTopUp(id, '20');
    const { page, topUp, dialog, account } = await finance.openFinance(id);
    await topUp.getByLabel('Amount').fill('20');
    await topUp.getByLabel('Amount').press('Enter');
    await dialog.getByText(/same amount .* \(\d\d:\d\d\)\. Enter it again\?/).waitFor();
    const cancel = dialog.getByRole('button', { name: 'Cancel' });
    await expect.poll(() => isFocused(cancel)).toBe(true);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await finance.balanceOf(id)).toBe('20.000000');

    // The dialog that has fields of its own asks as well.
    const adjust = async (button: string) => {
      await account.getByRole('button', { name: 'Adjust ...' }).click();
      await dialog.getByLabel('Amount').fill('3');
      await dialog.getByLabel('Reason').fill('Rounding');
      const go = dialog.getByRole('button', { name: button });
      await go.click({ trial: true });
      await dialog.getByLabel('Amount').press('Enter');
      return go;
    };
    await adjust('SAVE');
    await dialog.waitFor({ state: 'detached' });
    const again = await adjust('Enter it again');
    await dialog.getByLabel('Reason').press('Enter');
    await page.waitForTimeout(200);
    expect(await finance.balanceOf(id)).toBe('23.000000');
    await again.click();
    await dialog.waitFor({ state: 'detached' });
    expect(await finance.balanceOf(id)).toBe('26.000000');
  });

  it('FIN-7 tells a fault that has no field here, and closes nothing over it', async () => {
    const { id } = await newClient(finance.app);
    const { page, topUp, dialog } = await finance.openFinance(id);
    const errors = { clientId: 'there is no client 999' };
    const body = JSON.stringify({ message: 'clientId: there is no client 999', errors });
    await page.route('**/api/transactions', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 422, body }) : route.fallback(),
    );
    await topUp.getByLabel('Amount').fill('5');
    await save(topUp);
    await dialog.getByRole('button', { name: 'Top up' }).click();
    await dialog.getByText('there is no client 999').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await topUp.getByLabel('Amount').inputValue()).toBe('5');
  });

  it('FIN-7 keeps what the balance holds when somebody was faster', async () => {
    const { id } = await newClient(finance.app);
    await finance.postTopUp(id, '30');
    const { account, dialog } = await finance.openFinance(id);
    await account.getByRole('button', { name: 'Adjust ...' }).click();
    await dialog.getByRole('button', { name: 'Take' }).click();
    await dialog.getByLabel('Amount').fill('30');
    await dialog.getByLabel('Reason').fill('Counted twice');
    await dialog.getByText('0.0000').first().waitFor();
    const body = { clientId: id, kind: 'fee', amount: '-10', comment: 'Rent', idempotencyKey: 'x' };
    expect((await send(finance.app, 'POST', '/api/transactions', body)).status).toBe(201);
    await dialog.getByRole('button', { name: 'SAVE' }).click();
    // Once, at its field.
    await dialog.getByText('takes more than is available: 20.000000 EUR').waitFor();
    expect(await dialog.getByText('takes more than is available').count()).toBe(1);
    expect(await isFocused(dialog.getByLabel('Amount'))).toBe(true);
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Counted twice');
    expect(await finance.balanceOf(id)).toBe('20.000000');
  });

  it('had no errors that were not meant', () => {
    const meant =
      /409|422|503|Failed to load resource|ERR_(CONNECTION_RESET|INTERNET_DISCONNECTED)/;
    expect(finance.browser.faults.filter((fault) => !meant.test(fault))).toEqual([]);
    expect(finance.host.logged).toEqual([]);
  });
});
