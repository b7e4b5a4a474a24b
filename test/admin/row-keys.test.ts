import { describe, expect, it } from 'vitest';
import { nextRow } from '../../admin/common/rowKeys.ts';

describe('LIST-7 walks the rows with the keyboard', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
  ])('%s leads from row %i to row %i', (key, from, to) => {
    expect(nextRow(key, from, 10)).toBe(to);
  });

  it('leaves other keys and places alone', () => {
    expect(nextRow('Enter', 3, 10)).toBeUndefined();
    expect(nextRow('ArrowDown', -1, 10)).toBeUndefined();
  });
});
