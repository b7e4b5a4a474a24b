import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../schema/clients.ts';
import type { Database } from '../../schema/database.ts';
import { openPostgres } from '../../server/databases/postgres.ts';
import { verifyBalances } from '../../server/transactions/verify.ts';
import { cells, count, onScreen, openConsole, type ConsoleBrowser } from '../support/console.ts';
import { freshPostgresDatabase } from '../support/hosts.ts';
import { run, serve, type RunningProgram } from '../support/program.ts';

const DAY = '2026-11-20';
const quiet = { info: () => undefined, error: () => undefined };

/** The whole way: a file of traffic by HTTP, then its client in the console, against raw SQL. */
describe('API-2 a day of traffic', () => {
  let db: Kysely<Database>;
  let drop: () => Promise<void>;
  let server: RunningProgram;
  let browser: ConsoleBrowser;
  let folder: string;
  let body: string;
  let client: Client;
  let before: { balance: string; seq: number };
  let page: Page;

  beforeAll(async () => {
    const fresh = await freshPostgresDatabase();
    ({ drop } = fresh);
    db = await openPostgres(fresh.db, quiet);
    server = await serve({ DATABASE_URL: fresh.db }, ['--demo']);
    browser = await openConsole(server.url);
    folder = await mkdtemp(join(tmpdir(), 'clientele-traffic-'));
    const out = join(folder, 'traffic.ndjson');
    const args = ['--url', server.url, '--day', DAY, '--events', '10000', '--out', out];
    const written = await run(['traffic', ...args]);
    if (written.code !== 0) throw new Error(written.stderr);
    body = await readFile(out, 'utf8');
    // The client that the file has most about.
    const lines = new Map<string, number>();
    for (const [, id = ''] of body.matchAll(/"clientId":(\d+)/g)) {
      lines.set(id, (lines.get(id) ?? 0) + 1);
    }
    const [busiest] = [...lines].sort(([, a], [, b]) => b - a)[0] ?? [];
    client = (await (await fetch(`${server.url}/api/clients/${busiest}`)).json()) as Client;
    before = await account();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await db?.destroy();
    await drop?.();
    await rm(folder, { recursive: true, force: true });
  });

  async function account(): Promise<{ balance: string; seq: number }> {
    const { balance, ledgerSeq } = await db
      .selectFrom('clientAccounts')
      .select(['balance', 'ledgerSeq'])
      .where('clientId', '=', client.id)
      .executeTakeFirstOrThrow();
    return { balance, seq: ledgerSeq };
  }

  async function deliver() {
    const response = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body,
    });
    return (await response.json()) as { accepted: number; updated: number; rejected: object[] };
  }

  it('is taken whole, and changes nothing when it comes again', async () => {
    expect(await deliver()).toMatchObject({ accepted: 10_000, rejected: [] });
    const after = await account();
    expect(await deliver()).toMatchObject({ accepted: 0, updated: 0, rejected: [] });
    expect(await account()).toEqual(after);
    expect((await verifyBalances(db)).faults).toEqual([]);
  });

  it('LIST-4 its client is found by login and opened', async () => {
    page = await browser.open('/clients');
    await page.getByRole('textbox', { name: 'User search' }).fill(client.login);
    await page.keyboard.press('Enter');
    await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    expect((await cells(page))[0]?.slice(0, 3)).toEqual([
      String(client.id),
      expect.stringContaining(client.login) as string,
      client.company || '–',
    ]);
    await page.locator('tbody tr').first().click();
    await page.getByRole('heading', { name: `${client.id} / ${client.login}` }).waitFor();
  });

  it('FIN-1, FIN-5 its new balance and its charges are those of the raw messages', async () => {
    // What a gateway refused after all was given back; some clients pay for what arrives.
    const { rows } = await sql<{ balance: string }>`
      select ${before.balance}::numeric - sum(parts * price) as balance
      from messages
      where client_id = ${client.id} and accepted
        and case charging when 'on_delivery' then status = 'delivered' else status <> 'rejected' end
        and external_id in (
        select json ->> 'externalId' from (select unnest(${body.trim().split('\n')}::text[])::json)
          as lines (json)
        where (json ->> 'clientId')::int = ${client.id} and json ->> 'sentAt' is not null)`.execute(
      db,
    );
    const { balance } = await account();
    expect(balance).toBe(rows[0]?.balance);

    await page.getByRole('tab', { name: 'FINANCE' }).click();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('main').innerText()).toContain(onScreen(balance));
    const { rows: charges } = await sql<Record<'cost' | 'back' | 'after' | 'purpose', string>>`
      select case kind when 'charge' then -amount end as cost,
        case kind when 'refund' then amount end as back, balance_after as after,
        case kind when 'charge' then coalesce('Mailing “' || mailing || '”', 'Messages')
          else 'Refund' end as purpose
      from transactions where client_id = ${client.id} and seq > ${before.seq}
      order by seq desc limit 10`.execute(db);
    expect(charges.length).toBeGreaterThan(0);
    const shown = await cells(page);
    const orDash = (amount: string | null) => (amount === null ? '–' : onScreen(amount));
    for (const [index, { cost, back, after, purpose }] of charges.entries()) {
      const [, credit, debit, what, balanceAfter] = shown[index] ?? [];
      expect([credit, debit, balanceAfter]).toEqual([orDash(cost), orDash(back), onScreen(after)]);
      expect(what).toContain(purpose);
    }
  });

  it('STAT-9, STAT-10 that day and every grouping are the sums of the raw messages', async () => {
    const sums = sql`count(*) as sent, sum(parts)::bigint as parts,
      count(*) filter (where m.status = 'delivered') as delivered,
      coalesce(sum(parts) filter (where m.status = 'delivered'), 0)::bigint as delivered_parts,
      sum(case when charging = 'on_submit' or m.status = 'delivered' then parts * price else 0 end)
        ::numeric(20, 6) as cost`;
    interface Sums {
      sent: number;
      parts: number;
      delivered: number;
      deliveredParts: number;
      cost: string;
    }
    const ofDay = sql`from messages m join clients c using (client_id)
      where client_id = ${client.id} and accepted
        and (sent_at at time zone c.time_zone)::date = ${DAY}`;
    const expected = ({ sent, parts, delivered, deliveredParts, cost }: Sums) => [
      `${count(sent)} (${count(parts)})`,
      `${count(delivered)} (${count(deliveredParts)})`,
      onScreen(cost),
    ];
    const shown = ([, sent, delivered, , price]: string[]) => [sent, delivered, price];
    const { rows: total } = await sql<Sums>`select ${sums} ${ofDay}`.execute(db);

    for (const [groupBy, column] of Object.entries({
      day: sql`${DAY}`,
      sender: sql`sender`,
      country: sql`m.country`,
      operator: sql`m.country || m.mcc_mnc`,
      viber_sender: sql`case m.channel when 'viber' then sender end`,
    })) {
      await page.goto(
        `${server.url}/#/clients/${client.id}/show/statistics?groupBy=${groupBy}&from=${DAY}&to=${DAY}`,
      );
      const only = groupBy === 'viber_sender' ? sql`and m.channel = 'viber'` : sql``;
      const { rows: groups } = await sql<Sums>`
        select ${sums} ${ofDay} ${only} group by ${column}`.execute(db);
      const { rows: all } = await sql<Sums>`select ${sums} ${ofDay} ${only}`.execute(db);
      if (groups.length === 0) continue;
      await expect
        .poll(async () => (await cells(page, 'tfoot')).map(shown), { timeout: 10_000 })
        .toEqual(all.map(expected));
      const rows = (await cells(page)).map(shown);
      expect(rows.toSorted()).toEqual(groups.map(expected).toSorted());
      // By Viber sender it is the Viber messages alone that the total covers.
      expect(groupBy === 'viber_sender' ? total : all).toEqual(total);
    }
  });

  it('leaves no error in the browser', () => {
    expect(browser.faults).toEqual([]);
  });
});
