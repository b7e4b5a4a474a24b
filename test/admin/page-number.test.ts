import { describe, expect, it } from 'vitest';
import { pageCount, readPage } from '../../admin/common/pageNumber.ts';

describe('LIST-3 reads the page number typed into the pager', () => {
  it.each([
    ['1', 1],
    [' 98 ', 98],
    ['007', 7],
  ])('"%s" is page %i', (typed, page) => {
    expect(readPage(typed, 98)).toEqual({ page });
  });

  it.each(['0', '99', '99999999999999999999'])('"%s" is beyond the pages', (typed) => {
    expect(readPage(typed, 98)).toEqual({ fault: 'beyond' });
  });

  it.each(['', 'abc', '-1', '1.5', '1e1', '0x1', '１'])('"%s" is no number', (typed) => {
    expect(readPage(typed, 98)).toEqual({ fault: 'notNumber' });
  });
});

describe('pageCount', () => {
  it.each([
    [0, 10, 1],
    [10, 10, 1],
    [11, 10, 2],
    [971, 10, 98],
    [971, 100, 10],
  ])('%i rows by %i are %i pages', (total, perPage, pages) => {
    expect(pageCount(total, perPage)).toBe(pages);
  });
});
