import { describe, expect, it } from 'vitest';
import { secondsLeft } from '../../admin/exports/timeLeft.ts';

describe('FIN-6 the time that an export still needs', () => {
  it('goes on at the pace so far', () => {
    expect(secondsLeft({ rows: 0, at: 0 }, { rows: 2000, at: 4000 }, 5000)).toBe(6);
    expect(secondsLeft({ rows: 500, at: 0 }, { rows: 1000, at: 1000 }, 1000)).toBe(0);
  });

  it('is not told before there is a pace', () => {
    expect(secondsLeft({ rows: 0, at: 0 }, { rows: 0, at: 9000 }, 5000)).toBeNull();
    expect(secondsLeft({ rows: 0, at: 0 }, { rows: 500, at: 300 }, 5000)).toBeNull();
  });
});
