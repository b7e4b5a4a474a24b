// One measurement of an export in a process of its own, over the built package:
// node --expose-gc export-child.mjs <database url> <client id> <busy | exceljs | direct | sorted | job>
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { createApp } from '../../dist/server/app.js';
import { openPostgres } from '../../dist/server/databases/postgres.js';
import { EXPORTERS } from '../../dist/server/exports/exporters.js';

const [url, client, mode] = process.argv.slice(2);
const log = { info: () => undefined, error: (...error) => console.error(...error) };
const db = await openPostgres(url, log);
const app = createApp({ db, log, authenticate: async () => ({ id: 'bench' }) });
const filter = { clientId: Number(client) };

const MODES = {
  /** Five milliseconds of work a turn: what stalls the machine itself causes, with all else on it. */
  async busy() {
    const end = performance.now() + 15_000;
    while (performance.now() < end) {
      const turn = performance.now() + 5;
      while (performance.now() < turn);
      await new Promise(setImmediate);
    }
    return 0;
  },
  /** Nothing but ExcelJS's own streaming writer, fed with the same rows. */
  async exceljs() {
    const query = { list: { filter: [JSON.stringify(filter)] } };
    const scope = { db, actor: 'bench', clock: () => new Date(), reportingTimeZone: 'UTC' };
    const { workbook } = await EXPORTERS.transactions(scope, query);
    const out = new PassThrough();
    const size = drain(out);
    const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    const sheet = writer.addWorksheet(workbook.sheetName);
    sheet.columns = workbook.columns.map(({ title, type, width }) => ({
      header: title,
      width,
      style: { numFmt: FORMATS[type] },
    }));
    for await (const batch of workbook.batches) {
      for (const row of batch) {
        sheet.addRow(row.map((text, n) => value(text, workbook.columns[n].type))).commit();
      }
    }
    sheet.commit();
    await writer.commit();
    return size;
  },
  /** The answer of `GET /api/transactions.xlsx`, thrown away. */
  async direct() {
    const response = await app.request(`/api/transactions.xlsx?filter=${JSON.stringify(filter)}`);
    return drain(response.body);
  },
  /** The same in an order that no index has. */
  async sorted() {
    const query = `filter=${JSON.stringify(filter)}&sort=["amount","DESC"]`;
    return drain((await app.request(`/api/transactions.xlsx?${query}`)).body);
  },
  /** `POST /api/exports` to its end, asking for the progress as the console does. */
  async job() {
    const created = await app.request('/api/exports', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ resource: 'transactions', filter }),
    });
    const { id } = await created.json();
    while (true) {
      await pause(500);
      const now = await (await app.request(`/api/exports/${id}`)).json();
      if (now.status === 'done') return now.bytes;
      if (now.status !== 'running') throw new Error(now.error);
    }
  },
};

const FORMATS = {
  text: '@',
  money: '#,##0.00####',
  integer: '#,##0',
  instant: 'yyyy-mm-dd hh:mm:ss',
};

function value(text, type) {
  if (text === null || type === 'text') return text;
  return type === 'instant' ? new Date(`${text.replace(' ', 'T')}Z`) : Number(text);
}

async function drain(stream) {
  let bytes = 0;
  for await (const chunk of stream) bytes += chunk.length;
  return bytes;
}

// Everything is loaded and connected before the process counts as idle.
await app.request('/api/transactions?range=[0,9]');
await pause(500);
globalThis.gc();
const idle = process.memoryUsage.rss();
const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();
const start = performance.now();
const bytes = await MODES[mode]();
const seconds = (performance.now() - start) / 1000;
delay.disable();
const peak = process.resourceUsage().maxRSS * 1024;
await db.destroy();
process.stdout.write(
  JSON.stringify({
    seconds,
    bytes,
    idle,
    peak,
    stall: delay.max / 1e6,
    p99: delay.percentile(99) / 1e6,
  }),
);
