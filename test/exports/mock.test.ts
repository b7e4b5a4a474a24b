import { setupServer } from 'msw/node';
import simpleRestProvider from 'ra-data-simple-rest';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Export } from '../../schema/exports.ts';
import { createMockApp, handlersFor } from '../../mocks/index.ts';
import { readExport } from './read-workbook.ts';

let server: ReturnType<typeof setupServer>;

beforeAll(async () => {
  server = setupServer(...handlersFor(await createMockApp()));
  server.listen({ onUnhandledRequest: 'error' });
});
afterAll(() => server.close());

it('MOCK-1 exports by a stock data provider alone', async () => {
  const provider = simpleRestProvider('http://console.test/api');
  const { data: client } = await provider.create('clients', {
    data: { login: '380501112233', company: 'Mock & Co', currency: 'EUR' },
  });
  await provider.create('transactions', {
    data: { clientId: client.id, kind: 'top_up', amount: '7.5', idempotencyKey: 'mock-1' },
  });
  const { data: started } = await provider.create<Export>('exports', {
    data: { resource: 'transactions', filter: { clientId: client.id } },
  });
  const done = await vi.waitFor(async () => {
    const { data } = await provider.getOne<Export>('exports', { id: started.id });
    expect(data.status).toBe('done');
    return data;
  });
  expect(done.url).toMatch(/^http:\/\/console\.test\/api\/exports\//);
  const response = await fetch(done.url ?? '');
  const { rows, closing } = await readExport(await response.arrayBuffer());
  expect(rows).toMatchObject([[expect.any(Date), undefined, 7.5, 'Top-up', undefined, 7.5]]);
  expect(closing).toEqual(['Total', 0, 7.5]);

  const { data: deleted } = await provider.delete<Export>('exports', { id: done.id });
  expect(deleted.id).toBe(done.id);
});
