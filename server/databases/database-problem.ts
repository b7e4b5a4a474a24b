import { Problem } from '../rest/problem.ts';

/** What an error of the driver means to the sender of a request, or undefined when it is ours. */
export function databaseProblem(error: Error): Problem | undefined {
  const code = sqlState(error);
  if (code === undefined) return undefined;
  if (UNAVAILABLE.test(code)) {
    return new Problem(503, 'unavailable', 'The database cannot be reached at the moment.');
  }
  if (BUSY.has(code)) {
    return new Problem(503, 'busy', 'The record is busy at the moment. Try again.');
  }
  if (code === '23505') return new Problem(409, 'conflict', 'That record exists already.');
  if (code === '23001' || code === '23503') {
    return new Problem(409, 'conflict', 'The record is in use and must stay as it is.');
  }
  if (code === '22007' || code === '22008') {
    return new Problem(422, 'invalid', 'A date or time is out of the range that can be stored.');
  }
  if (code === '22003') {
    return new Problem(422, 'invalid', 'A number is larger than can be stored.');
  }
  return undefined;
}

/** SQLSTATE, or Node's code of a broken connection: `sqlState(error) === '23505'`. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  // The driver's own errors carry no code.
  return /Connection terminated|not queryable|timeout exceeded when trying/.test(error.message)
    ? '08006'
    : undefined;
}

const UNAVAILABLE = /^(08...|57P0[123]|53300|ECONN\w+|EPIPE|ENOTFOUND|ENOENT|ETIMEDOUT)$/;
const BUSY = new Set(['40001', '40P01', '55P03', '57014']);
