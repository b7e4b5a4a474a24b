import axe from 'axe-core';
import { sql } from 'kysely';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice } from '../../schema/notices.ts';
import type { TopUpRequest } from '../../schema/top-up-requests.ts';
import { openConsole, type ConsoleBrowser } from '../support/console.ts';
import { openHost, type TestHost } from '../support/hosts.ts';
import { list, newClient, send } from '../support/requests.ts';
import { openSite, type Site } from '../support/site.ts';

describe('the pages of approvals and notices in a browser', () => {
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
    const post = (resource: string, body: object) =>
      send(host.app, 'POST', `/api/${resource}`, { idempotencyKey: JSON.stringify(body), ...body });
    for (const [index, company] of ['First', 'Second', 'A very long name '.repeat(8)].entries()) {
      const { id: clientId } = await newClient(host.app, { company, email: 'a@example.com' });
      const comment = index === 2 ? 'A long comment without a space'.replaceAll(' ', '_') : null;
      await post('transactions', {
        clientId,
        kind: 'top_up',
        amount: `${index + 1}000.5`,
        comment,
      });
      await post('credit_limits', { clientId, amount: '500', notify: true });
    }
    await sql`update notices set status = 'failed', attempts = 10, recipient = 'a@example.com',
      last_error = '550 No such mailbox' where client_id = 1`.execute(host.db);
    await sql`update notices set status = 'sent', sent_at = now(), recipient = 'b@example.com'
      where client_id = 2`.execute(host.db);
    await sql`update notices set created_at = now() - interval '10 minutes',
      next_attempt_at = now() - interval '10 minutes' where client_id = 3`.execute(host.db);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await host?.close();
  });

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const page = await browser.open(path, options);
    await page.locator('main li').first().waitFor();
    return page;
  };
  const rows = (page: Page) => page.locator('main li').allInnerTexts();

  it('FIN-13 lists what waits, oldest first, and says in the menu how many', async () => {
    const page = await open('/top_up_requests');
    const texts = await rows(page);
    expect(texts.map((text) => /[\d,]+\.\d+/.exec(text)?.[0])).toEqual([
      '1,000.5000',
      '2,000.5000',
      '3,000.5000',
    ]);
    // Never the age without the date.
    expect(texts[0]).toMatch(
      /Asked by anna, \d.* \d{4}, \d\d:\d\d, (this minute|\d+ minutes? ago)/,
    );
    await page.getByRole('menuitem', { name: 'Approvals (3)' }).waitFor();
  });

  it('FIN-13 decides by a second person, and finds what was decided', async () => {
    const page = await open('/top_up_requests', { extraHTTPHeaders: { 'X-User': 'bert' } });
    const dialog = page.getByRole('dialog');
    const first = page.locator('main li').filter({ hasText: 'First' });
    await first.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByText('1,000.5000').first().waitFor();
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await first.waitFor({ state: 'detached' });
    // The keyboard goes on from the list, not from the top of the page.
    await expect
      .poll(() => page.evaluate(() => document.activeElement !== document.body))
      .toBe(true);
    const second = page.locator('main li').filter({ hasText: 'Second' });
    await second.getByRole('button', { name: 'Reject' }).click();
    expect(await dialog.getByRole('button', { name: 'Reject' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Reason').fill('No payment has arrived');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await second.waitFor({ state: 'detached' });

    // It writes the order of what waits into the URL, which is not the order of what is decided.
    await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('20');
    await expect.poll(() => page.url()).toContain('sort=requestedAt');
    await page.getByRole('tab', { name: 'Decided' }).click();
    await page.getByText('No payment has arrived').waitFor();
    expect(decodeURIComponent(page.url())).toContain('"approved","rejected","withdrawn"');
    expect((await rows(page))[0]).toContain('Rejected');
    await page.reload();
    await page.getByText('No payment has arrived').waitFor();
    await page.getByRole('tab', { name: 'All 3' }).click();
    // The newest first, with those that wait.
    await expect
      .poll(async () => (await rows(page)).map((row) => /[\d,]+\.\d+/.exec(row)?.[0]))
      .toEqual(['3,000.5000', '2,000.5000', '1,000.5000']);
    await page.getByRole('link', { name: 'Transaction 1-1' }).click();
    await page.getByRole('dialog', { name: 'Transaction 1-1' }).waitFor();
    const { rows: stored } = await list<TopUpRequest>(host.app, 'top_up_requests');
    expect(stored.map(({ status }) => status)).toEqual(['approved', 'rejected', 'pending']);
  });

  it('FIN-12 lists the mails with what became of them, and tries a failed one again', async () => {
    const page = await open('/notices');
    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      'All 3',
      'Pending 1',
      'Failed 1',
      'Sent 1',
    ]);
    await page.getByText('is a mail server set (SMTP_URL)?').waitFor();
    await sql`update notices set attempts = 1, last_error = 'connect ECONNREFUSED',
      next_attempt_at = now() + interval '3 minutes' where client_id = 3`.execute(host.db);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('did not succeed: connect ECONNREFUSED').waitFor();
    await page.getByRole('tab', { name: 'Failed' }).click();
    await page.getByText('After 10 attempts: 550 No such mailbox').waitFor();
    await page.locator('main li').nth(1).waitFor({ state: 'detached' });
    expect(await rows(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'Try again: notice' }).click();
    await page.getByText('No notice has failed').waitFor();
    const { rows: pending } = await list<Notice>(host.app, 'notices', { status: 'pending' });
    expect(pending.map(({ clientId }) => clientId).sort()).toEqual([1, 3]);

    // What was begun anew counts from now, however old it is.
    await sql`update notices set created_at = now() - interval '1 day' where client_id = 1`.execute(
      host.db,
    );
    await sql`update notices set created_at = now() where client_id = 3`.execute(host.db);
    await page.getByRole('tab', { name: 'Pending 2' }).click();
    await page.locator('main li').nth(1).waitFor();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('more than five minutes').waitFor({ state: 'detached' });
  });

  it('says what failed, and recovers', async () => {
    const page = await browser.open('/clients');
    await page.route(/\/api\/notices\?/, (route) => route.abort());
    await page.goto(`${site.url}/#/notices`);
    await page.getByText('The notices could not be loaded').waitFor();
    await page.unroute(/\/api\/notices\?/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('main li').first().waitFor();
    expect(await rows(page)).toHaveLength(3);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    for (const path of ['/notices', '/top_up_requests', '/top_up_requests?filter={}']) {
      const page = await open(path, { colorScheme });
      await page.waitForTimeout(400);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const found = await (window as unknown as { axe: typeof axe }).axe.run();
        return found.violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`);
      });
      expect(violations, path).toEqual([]);
    }
  });

  it('fits a phone without sideways scrolling', async () => {
    for (const path of ['/notices', '/top_up_requests']) {
      const page = await open(path, { viewport: { width: 390, height: 844 } });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(390);
    }
  });

  it('FIN-12 keeps the state that is shown while paging, and after a reload', async () => {
    await sql`insert into notices (client_id, kind, audience, parameters, status, attempts, last_error)
      select 2, 'low_balance_warning', 'client', parameters, 'failed', 1, 'Failure ' || n
      from notices, generate_series(1, 12) n where client_id = 2`.execute(host.db);
    const page = await open('/notices');
    await page.getByRole('tab', { name: 'Failed 12' }).click();
    await page.getByText('1-10 of 12').waitFor();
    await page.getByRole('button', { name: /next page/i }).click();
    await page.getByText('11-12 of 12').waitFor();
    for (const again of [false, true]) {
      if (again) await page.reload();
      await expect.poll(() => rows(page)).toHaveLength(2);
      expect((await rows(page)).every((row) => row.includes('Failure'))).toBe(true);
      expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Failed 12');
    }
  });

  it('FIN-13 lets the author withdraw, and says why they cannot approve', async () => {
    const page = await open('/top_up_requests');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: /^Approve top-up 3-/ }).click();
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByText('A second person must approve this top-up').waitFor();
    await dialog.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Withdraw top-up 3-/ }).click();
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('No top-up waits for approval').waitFor();
    const { rows: stored } = await list<TopUpRequest>(host.app, 'top_up_requests', { clientId: 3 });
    expect(stored).toMatchObject([{ status: 'withdrawn', decidedBy: 'anna' }]);
  });
});
