import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { Notice } from '../../schema/notices.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { cells, openConsole, type ConsoleBrowser } from '../support/console.ts';
import { openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';
import { openSite, type Site } from '../support/site.ts';

/** What staff have to look after, whichever client it is about: approvals and notices. */
describe('the approvals and the notices in a browser', () => {
  let host: TestHost;
  let site: Site;
  let browser: ConsoleBrowser;
  let client: Client;

  beforeAll(async () => {
    host = await openHost('PostgreSQL', {
      authenticate: async (request) => ({ id: request.headers.get('X-User') ?? 'bert' }),
      topUpApproval: { '*': '1000' },
    });
    site = await openSite(host.app);
    browser = await openConsole(site.url);
    client = await newClient(host.app, {
      company: 'A company with a name that is much longer than any column of any table',
      email: 'client@example.com',
    });
    for (const amount of ['5000', '2000', '3000', '4000']) await ask(amount);
    const limit = { clientId: client.id, amount: '250', notify: true };
    for (const idempotencyKey of ['a', 'b', 'c']) {
      await send(host.app, 'POST', '/api/credit_limits', {
        ...limit,
        amount: `25${idempotencyKey.codePointAt(0)}`,
        idempotencyKey,
      });
    }
    const [first, second] = (await notices()).rows;
    const one = (notice?: Notice) => Number(notice?.id.split('-')[1]);
    await host.db
      .updateTable('notices')
      .set({ status: 'failed', attempts: 10, lastError: '550 No such mailbox', recipient: 'a@b.c' })
      .where('noticeId', '=', one(first))
      .execute();
    await host.db
      .updateTable('notices')
      .set({ status: 'sent', attempts: 1, sentAt: '2026-11-20T10:00:00Z', recipient: 'a@b.c' })
      .where('noticeId', '=', one(second))
      .execute();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await host?.close();
  });

  /** Anna asks for a top-up that somebody else must approve. */
  const ask = (amount: string) =>
    send(
      host.app,
      'POST',
      '/api/transactions',
      { clientId: client.id, kind: 'top_up', amount, comment: `Invoice over ${amount}` },
      { 'X-User': 'anna', 'Idempotency-Key': amount },
    );
  const requests = async (status: string) =>
    (await list<TopUpRequest>(host.app, 'top_up_requests', { status }, ['requestedAt', 'ASC']))
      .rows;
  const notices = () => list<Notice>(host.app, 'notices', {}, ['createdAt', 'ASC']);

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.open(path, options);
    await page.getByRole('tab').first().waitFor();
    return page;
  }
  const tab = (page: Page, name: string) => page.getByRole('tab', { name });
  const said = (page: Page, message: string) =>
    page.getByRole('alert').filter({ hasText: message }).waitFor();

  it('FIN-13 lists what waits, the oldest first, and tells in the menu how much it is', async () => {
    const page = await open('/clients');
    await page.getByRole('menuitem', { name: 'Approvals 4 waiting' }).click();
    await tab(page, 'Waiting 4').waitFor();
    const shown = await cells(page);
    expect(shown.map(([, amount]) => amount)).toEqual([
      '5,000.0000 EUR',
      '2,000.0000 EUR',
      '3,000.0000 EUR',
      '4,000.0000 EUR',
    ]);
    // Never the age without the date.
    expect(shown[0]?.[0]).toMatch(/\d{4}, \d\d:\d\d .*ago by anna$/);
    await page.context().close();
  });

  it('FIN-13 approves after showing the balance that it leads to', async () => {
    const page = await open('/top_up_requests');
    const [oldest] = await requests('pending');
    await page
      .getByRole('button', { name: `Approve top-up ${oldest?.id} of client ${client.id}` })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Approve this top-up?' });
    await dialog.getByText('Invoice over 5000').waitFor();
    await dialog.getByText('5,000.0000').nth(1).waitFor();
    expect(await dialog.innerText()).toMatch(/Balance\s+0\.0000 EUR\s+5,000\.0000 EUR/);
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await said(page, `5,000.00 EUR topped up for client ${client.id}`);
    await tab(page, 'Waiting 3').waitFor();
    await page.getByRole('menuitem', { name: 'Approvals 3 waiting' }).waitFor();
    // The keyboard goes on from the list, not from the top of the page.
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);

    await tab(page, 'Decided 1').click();
    const row = page.locator('tbody tr').filter({ hasText: 'Approved' });
    await row.getByRole('link', { name: 'Transaction' }).click();
    await page.getByRole('dialog', { name: `Transaction ${client.id}-1` }).waitFor();
    await page.goBack();
    await row.waitFor();
    await page.context().close();
  });

  it('FIN-13 rejects with a reason only', async () => {
    const page = await open('/top_up_requests');
    const [oldest] = await requests('pending');
    await page.getByRole('button', { name: `Reject top-up ${oldest?.id} ` }).click();
    const dialog = page.getByRole('dialog', { name: 'Reject this top-up?' });
    const reject = dialog.getByRole('button', { name: 'Reject' });
    const reason = dialog.getByLabel('Reason');
    await expect
      .poll(() => reason.evaluate((field) => field === document.activeElement))
      .toBe(true);
    await reason.fill('   ');
    expect(await reject.isDisabled()).toBe(true);
    await reason.fill('No payment has arrived');
    await reject.click();
    await said(page, 'Top-up of 2,000.00 EUR');
    expect(await requests('rejected')).toMatchObject([
      { id: oldest?.id, reason: 'No payment has arrived', decidedBy: 'bert' },
    ]);
    await page.context().close();
  });

  it('FIN-13 lets the author withdraw, and says why they cannot approve', async () => {
    const page = await open('/top_up_requests', { extraHTTPHeaders: { 'X-User': 'anna' } });
    const [oldest] = await requests('pending');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: `Approve top-up ${oldest?.id} ` }).click();
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByText('A second person must approve this top-up').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `Withdraw top-up ${oldest?.id} ` }).click();
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await said(page, 'Top-up of 3,000.00 EUR');
    expect(await requests('withdrawn')).toMatchObject([{ id: oldest?.id, decidedBy: 'anna' }]);
    browser.faults.length = 0;
    await page.context().close();
  });

  it('FIN-2, FIN-12 lists the notices by what became of them, with their numbers', async () => {
    const page = await open('/notices');
    for (const name of ['All 3', 'Waiting 1', 'Sent 1', 'Failed 1'])
      await tab(page, name).waitFor();
    expect(await cells(page)).toHaveLength(3);
    await tab(page, 'Failed 1').click();
    await expect.poll(async () => (await cells(page)).length).toBe(1);
    const [row] = await cells(page);
    expect(row?.[2]).toMatch(/^Credit limit changed 0\.00 to 2,597\.00 EUR$/);
    expect(row?.[3]).toBe('a@b.c Client');
    expect(row?.[4]).toBe('Failed 10 attempts');
    expect(row?.[5]).toBe('550 No such mailbox');
    await page.context().close();
  });

  it('FIN-2 tries a failed notice again', async () => {
    const page = await open('/notices?filter={"status":["failed"]}');
    const [failed] = (await list<Notice>(host.app, 'notices', { status: 'failed' })).rows;
    await page.getByRole('button', { name: `Try notice ${failed?.id} again` }).click();
    await said(page, `Notice ${failed?.id} will be sent again`);
    await page.getByText('No notice has failed').waitFor();
    await tab(page, 'Waiting 2').waitFor();
    expect((await list<Notice>(host.app, 'notices', { status: 'pending' })).total).toBe(2);
    await page.context().close();
  });

  it('FIN-2 says that no mail goes out, and why', async () => {
    const stuck = host.db
      .updateTable('notices')
      .set({ createdAt: new Date(Date.now() - 3_600_000).toISOString() })
      .where('status', '=', 'pending');
    await stuck.set({ lastError: null }).execute();
    const page = await open('/notices');
    await said(page, '2 notices have waited for more than 10 minutes. No attempt was made');
    await stuck.set({ lastError: 'connect ECONNREFUSED' }).execute();
    await page.reload();
    await said(page, 'No mail goes out: connect ECONNREFUSED');
    await page.context().close();
  });

  it('shows the notices of one client, and lets go of that', async () => {
    const page = await open('/notices?filter={"clientId":987654}');
    await page.getByText('No notices yet').waitFor();
    const chip = page.getByRole('button', { name: 'Client 987654' });
    await chip.focus();
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await cells(page)).length).toBe(3);
    await page.context().close();
  });

  it.each([
    ['/notices', 'notices', 'The notices could not be loaded'],
    ['/top_up_requests', 'top_up_requests', 'The approvals could not be loaded'],
  ])('says on %s what failed, and recovers', async (path, resource, message) => {
    const page = await browser.open('about:blank');
    const asked = `**/api/${resource}?*`;
    await page.route(asked, (route) =>
      route.fulfill({ status: 503, json: { message: 'The database cannot be reached.' } }),
    );
    await page.goto(`${site.url}/#${path}`);
    await page.getByText(message).waitFor();
    await page.getByText('The database cannot be reached.').first().waitFor();
    await page.unroute(asked);
    await page.getByRole('button', { name: 'Try again', exact: true }).click();
    await page.locator('tbody tr').first().waitFor();
    browser.faults.length = 0;
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const page = await open('/notices', { colorScheme });
    await page.locator('tbody tr').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${site.url}/#/top_up_requests`);
    await page
      .getByRole('button', { name: /^Reject/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Reject/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tab(page, 'Decided').click();
    await page.getByText('Withdrawn').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('fits a phone without scrolling sideways', async () => {
    for (const path of ['/notices', '/top_up_requests']) {
      const page = await open(path, { viewport: { width: 390, height: 844 } });
      await page.locator('li').filter({ hasText: 'A company' }).first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.context().close();
    }
  });

  it('leaves no error in the browser', () => {
    expect(browser.faults).toEqual([]);
  });
});

/** What axe finds wrong on a page. */
async function violations(page: Page): Promise<string[]> {
  await page.waitForTimeout(300);
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
