import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Client } from '../../schema/clients.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { openConsole } from './console.ts';
import { openHost } from './hosts.ts';
import { list, send } from './requests.ts';
import { openSite } from './site.ts';

export type FinanceSite = Awaited<ReturnType<typeof openFinanceSite>>;

/**
 * The console before an app whose people are named by the header `X-User` (anna without one), and
 * where top-ups of 1000 and more need a second person.
 */
export async function openFinanceSite() {
  const host = await openHost('PostgreSQL', {
    authenticate: async (request) => ({ id: request.headers.get('X-User') ?? 'anna' }),
    topUpApproval: { '*': '1000' },
  });
  const site = await openSite(host.app);
  const browser = await openConsole(site.url);
  const { app } = host;
  let keys = 0;
  return {
    app,
    host,
    browser,
    /** A client's FINANCE tab, and its panels. */
    openFinance: async (clientId: number, options: BrowserContextOptions = {}) => {
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
    },
    rowsOf: (clientId: number) => list<Transaction>(app, 'transactions', { clientId }),
    balanceOf: async (clientId: number) =>
      (await send<Client>(app, 'GET', `/api/clients/${clientId}`)).body.balance,
    /** Money that is there before anyone looks. */
    postTopUp: async (clientId: number, amount: string) => {
      keys += 1;
      const body = { clientId, kind: 'top_up', amount, idempotencyKey: `setup ${keys}` };
      const { status } = await send(app, 'POST', '/api/transactions', body);
      if (status !== 201) throw new Error(`${status} instead of 201`);
    },
    close: async () => {
      await browser.close();
      await site.stop();
      await host.close();
    },
  };
}

export const save = (panel: Locator) => panel.getByRole('button', { name: 'SAVE' }).click();

/** What a form or the page says of itself. */
export const said = (within: Page | Locator, message: string | RegExp) =>
  within.getByRole('status').or(within.getByRole('alert')).filter({ hasText: message }).waitFor();

export const isFocused = (control: Locator) =>
  control.evaluate((element) => element === document.activeElement);

/** The keys of the entries that a page sends from now on. */
export function watchKeys(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST') return;
    const { idempotencyKey } = request.postDataJSON() as { idempotencyKey?: string };
    if (idempotencyKey) keys.push(idempotencyKey);
  });
  return keys;
}

/**
 * From now on the answers to a page's entries get lost: the server carries them out, and nobody
 * hears of it. The answer makes them arrive again.
 */
export async function loseAnswers(page: Page): Promise<() => Promise<void>> {
  const url = '**/api/{transactions,credit_limits}';
  await page.route(url, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  return () => page.unroute(url);
}
