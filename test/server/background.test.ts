import type { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../schema/database.ts';
import { startBackground } from '../../server/background.ts';

// The jobs of these tests do not touch the database.
const db = {} as Kysely<Database>;
const log = (lines: string[]) => ({
  info: () => undefined,
  error: (_details: object, line: string) => lines.push(line),
});
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('background jobs', () => {
  it('run again and again, also after a failure, which is logged', async () => {
    const logged: string[] = [];
    let runs = 0;
    let fourth: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (fourth = resolve));
    const stop = startBackground(db, log(logged), [
      {
        name: 'count',
        every: 1,
        run: async () => {
          runs += 1;
          if (runs === 2) throw new Error('once');
          if (runs === 4) fourth();
        },
      },
    ]);
    await done;
    await stop();
    expect(logged).toEqual(['The job "count" failed']);
  });

  it('never overlap themselves, and stopping waits for what runs', async () => {
    let running = 0;
    let most = 0;
    let finished = 0;
    const stop = startBackground(db, log([]), [
      {
        name: 'slow',
        every: 1,
        run: async () => {
          running += 1;
          most = Math.max(most, running);
          await pause(20);
          running -= 1;
          finished += 1;
        },
      },
    ]);
    await pause(50);
    await stop();
    expect({ most, running }).toEqual({ most: 1, running: 0 });
    const before = finished;
    await pause(40);
    expect(finished).toBe(before);
  });

  it('are told to end, and do not rest when they are', async () => {
    let told = false;
    const stop = startBackground(db, log([]), [
      {
        name: 'long',
        every: 60_000,
        run: (_db, signal) =>
          new Promise((resolve) =>
            signal.addEventListener('abort', () => {
              told = true;
              resolve(undefined);
            }),
          ),
      },
    ]);
    await pause(5);
    await stop();
    expect(told).toBe(true);
  });
});
