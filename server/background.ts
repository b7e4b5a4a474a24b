import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { Log } from './environment.ts';

/** Work that nobody asks for: done again and again beside the requests. */
export interface BackgroundJob {
  /** What it does, for the log: `end credit limits`. */
  name: string;
  /** How long it rests between two runs, in milliseconds. */
  every: number;
  /** One round. Long ones end early when the signal says so. */
  run: (db: Kysely<Database>, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Runs jobs until the answered function is called, which waits for those that are running. A job
 * never overlaps itself; one that fails is logged, and tried again when its time comes.
 *
 * @example
 * const stop = startBackground(db, log, [{ name: 'end credit limits', every: 5_000, run: endLimits }]);
 * await stop();
 */
export function startBackground(
  db: Kysely<Database>,
  log: Log,
  jobs: readonly BackgroundJob[],
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ended = Promise.all(jobs.map((job) => repeat(job, db, log, signal)));
  return async () => {
    stopping.abort();
    await ended;
  };
}

async function repeat(
  { name, every, run }: BackgroundJob,
  db: Kysely<Database>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await run(db, signal);
    } catch (error) {
      log.error({ err: error }, `The job "${name}" failed`);
    }
    await rest(every, signal);
  }
}

/** Waits that long, or until the signal comes. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
