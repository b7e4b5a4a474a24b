import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { databaseProblem } from '../databases/database-problem.ts';
import type { AppEnv } from '../environment.ts';
import { Problem } from './problem.ts';

/** The one place where an error becomes an answer: always JSON, never a stack, never SQL. */
export const errorDoor: ErrorHandler<AppEnv> = (error, c) => {
  const problem = asProblem(error);
  if (problem.status >= 500) {
    c.get('log').error({ err: error, method: c.req.method, path: c.req.path }, problem.message);
  }
  const again = problem.status === 503 || problem.type.endsWith(':in-flight');
  if (again) c.header('Retry-After', '2');
  return c.json(
    {
      message: problem.message,
      errors: problem.errors,
      type: problem.type,
      status: problem.status,
    },
    problem.status,
    { 'Content-Type': 'application/problem+json' },
  );
};

/** No route has this path. */
export const unknownPath: NotFoundHandler<AppEnv> = (c) => {
  throw new Problem(404, 'not-found', `There is nothing at ${c.req.path}.`);
};

function asProblem(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) {
    return new Problem(error.status as Problem['status'], 'http', error.message);
  }
  return (
    databaseProblem(error) ??
    new Problem(500, 'internal', 'Something went wrong here. It has been logged.')
  );
}
