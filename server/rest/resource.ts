import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import type { AppEnv, Scope } from '../environment.ts';
import { limitBody, parseBody } from './body.ts';
import type { ListDefinition, ListRequest, Page } from './list-definition.ts';
import { parseListRequest } from './list-request.ts';
import { notFound, Problem } from './problem.ts';

/**
 * A REST resource by the conventions of `ra-data-simple-rest`. What is left out answers 405: a
 * ledger has neither `update` nor `remove`.
 */
export interface Resource<Record, Shape extends z.ZodRawShape, Create, Update> {
  /** What one record is called in messages: "client". */
  noun: string;
  definition: ListDefinition<Shape>;
  list: (scope: Scope, request: ListRequest<z.infer<z.ZodObject<Shape>>>) => Promise<Page<Record>>;
  one: (scope: Scope, id: string) => Promise<Record | undefined>;
  create?: {
    body: z.ZodType<Create>;
    /** Answers the new record with 201, unless it has set another status. */
    run: (scope: Scope, body: Create, c: Context<AppEnv>) => Promise<object>;
  };
  /** Takes POST itself, where there is more to it than one record. */
  post?: { maxBytes: number; run: (c: Context<AppEnv>) => Promise<Response> };
  update?: {
    body: z.ZodType<Update>;
    /** undefined: there is no such record. */
    run: (scope: Scope, id: string, body: Update) => Promise<Record | undefined>;
  };
  /** Answers the record that is gone; undefined when there was none. */
  remove?: (scope: Scope, id: string) => Promise<Record | undefined>;
}

/** The routes of a resource: mount them at `/<resource>`. */
export function resourceRoutes<Record extends object, Shape extends z.ZodRawShape, Create, Update>(
  resource: Resource<Record, Shape, Create, Update>,
): Hono<AppEnv> {
  const { noun, definition, list, one, create, post, update, remove } = resource;
  const routes = new Hono<AppEnv>();
  const found = (record: Record | undefined, id: string) => {
    if (!record) throw notFound(noun, id);
    return record;
  };

  routes.get('/', async (c) => {
    const request = parseListRequest(c.req.queries(), definition);
    const page = await list(c.get('scope'), request);
    setTotal(c, definition.resource, request.offset, page);
    return c.json(page.rows);
  });
  routes.get('/:id', async (c) => {
    const id = c.req.param('id');
    return c.json(found(await one(c.get('scope'), id), id));
  });
  if (create) {
    routes.post('/', limitBody(), async (c) => {
      const body = await parseBody(c, create.body);
      c.status(201);
      return c.json(await create.run(c.get('scope'), body, c));
    });
  }
  if (post) routes.post('/', limitBody(post.maxBytes), (c) => post.run(c));
  if (update) {
    routes.put('/:id', limitBody(), async (c) => {
      const id = c.req.param('id');
      const body = await parseBody(c, update.body);
      return c.json(found(await update.run(c.get('scope'), id, body), id));
    });
  }
  if (remove) {
    routes.delete('/:id', async (c) => {
      const id = c.req.param('id');
      // react-admin reads the id of the deleted record, so 204 would break it.
      return c.json(found(await remove(c.get('scope'), id), id));
    });
  }
  routes.all('/', (c) => refuseMethod(c, ['GET', ...(create || post ? ['POST'] : [])]));
  routes.all('/:id', (c) =>
    refuseMethod(c, ['GET', ...(update ? ['PUT'] : []), ...(remove ? ['DELETE'] : [])]),
  );
  return routes;
}

function setTotal(c: Context<AppEnv>, resource: string, offset: number, page: Page<object>): void {
  const { rows, total } = page;
  const range = rows.length > 0 ? `${offset}-${offset + rows.length - 1}` : '*';
  c.header('Content-Range', `${resource} ${range}/${total}`);
  c.header('X-Total-Count', String(total));
}

function refuseMethod(c: Context<AppEnv>, allowed: string[]): never {
  c.header('Allow', allowed.join(', '));
  throw new Problem(
    405,
    'method-not-allowed',
    `${c.req.method} is not allowed here. Allowed: ${allowed.join(', ')}.`,
  );
}
