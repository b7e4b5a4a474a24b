import { setupServer } from 'msw/node';
import { http, HttpResponse } from 'msw';
import simpleRestProvider from 'ra-data-simple-rest';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createMockApp, handlersFor } from '../../mocks/index.ts';

let server: ReturnType<typeof setupServer>;
const provider = simpleRestProvider('http://console.test/api');
const list = {
  filter: {},
  sort: { field: 'id', order: 'ASC' },
  pagination: { page: 1, perPage: 10 },
} as const;

beforeAll(async () => {
  server = setupServer(...handlersFor(await createMockApp()));
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

it('MOCK-1 answers a data provider behind MSW as the server does', async () => {
  const { data: created } = await provider.create('clients', {
    data: { login: '380501112233', company: 'Mock & Co', currency: 'EUR' },
  });
  expect(created).toMatchObject({ id: 1, company: 'Mock & Co', balance: '0.000000' });

  const { data, total } = await provider.getList('clients', list);
  expect(total).toBe(1);
  expect(data[0]).toEqual(created);
});

it('MOCK-1 lets a handler in front of it fail', async () => {
  server.use(
    http.get('*/api/clients', () => HttpResponse.json({ message: 'Broken' }, { status: 500 })),
  );
  await expect(provider.getList('clients', list)).rejects.toMatchObject({
    status: 500,
    message: 'Broken',
  });
});
