import type { Migration } from 'kysely';
import * as initial from './0001-initial.ts';
import * as appendOnly from './0002-append-only.ts';
import * as finance from './0003-finance.ts';

/** Every migration in order. A released one is never edited; a change is a new file. */
export const migrations: readonly (Migration & { name: string })[] = [
  { name: '0001-initial', ...initial },
  { name: '0002-append-only', ...appendOnly },
  { name: '0003-finance', ...finance },
];
