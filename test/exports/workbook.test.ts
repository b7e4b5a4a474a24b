import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  writeSheets,
  writeWorkbook,
  type CellType,
  type Workbook,
  type WorkbookRow,
} from '../../server/exports/workbook.ts';
import { readWorkbook, unescaped, valuesOf } from './read-workbook.ts';

const column = (title: string, type: CellType, width = 12) => ({ title, type, width });

function workbook(rows: readonly WorkbookRow[], rest: Partial<Workbook> = {}): Workbook {
  return {
    sheetName: 'Rows',
    header: [],
    columns: [column('A', 'text'), column('B', 'money')],
    batches: inBatches(rows, 3),
    closing: () => [],
    ...rest,
  };
}

async function* inBatches(rows: readonly WorkbookRow[], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new Response(stream).arrayBuffer();

const write = async (rows: readonly WorkbookRow[], rest: Partial<Workbook> = {}) =>
  readWorkbook(await bytesOf(writeWorkbook(workbook(rows, rest))));

/** The single text cell of a workbook that holds just this text. */
async function asRead(text: string): Promise<ExcelJS.Cell> {
  const file = await write([[text]], { columns: [column('A', 'text')] });
  return file.worksheets[0]!.getCell('A2');
}

describe('the workbook', () => {
  it('has the block, the titles, the rows and the closing lines, each in its type', async () => {
    const file = await write(
      [
        ['one', '-12.500000', '1234', '2026-11-20 10:00:00.999', '2026-11-20'],
        [null, '0.000001', '0', '2026-02-28 23:59:59', null],
      ],
      {
        header: [
          { label: 'Client', value: '12 / 380501112233' },
          { label: 'Opening', value: '100.000000', type: 'money' },
        ],
        columns: [
          column('Text', 'text', 40),
          column('Money', 'money'),
          column('Integer', 'integer'),
          column('Instant', 'instant', 19),
          column('Date', 'date'),
        ],
        closing: () => [{ label: 'Total', values: [null, '-12.499999', '1234'] }],
      },
    );
    const [sheet] = file.worksheets;
    expect(sheet?.name).toBe('Rows');
    expect(valuesOf(sheet)).toEqual([
      ['Client', '12 / 380501112233'],
      ['Opening', 100],
      [],
      ['Text', 'Money', 'Integer', 'Instant', 'Date'],
      ['one', -12.5, 1234, new Date('2026-11-20T10:00:00Z'), new Date('2026-11-20T00:00:00Z')],
      [undefined, 0.000001, 0, new Date('2026-02-28T23:59:59Z')],
      ['Total', -12.499999, 1234],
    ]);
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 4 }]);
    expect(sheet?.getColumn(1).width).toBe(40);
    const formats = (row: number) => [1, 2, 3, 4, 5].map((n) => sheet?.getCell(row, n).numFmt);
    expect(formats(5)).toEqual(['@', '#,##0.00####', '#,##0', 'yyyy-mm-dd hh:mm:ss', 'yyyy-mm-dd']);
    expect([4, 7].map((row) => sheet?.getCell(row, 1).font.bold)).toEqual([true, true]);
  });

  it('is a file with titles when there are no rows', async () => {
    const file = await write([]);
    expect(valuesOf(file.worksheets[0])).toEqual([['A', 'B']]);
  });

  it('goes on on further sheets, with the titles on each and the closing lines on the last', async () => {
    const rows = Array.from({ length: 8 }, (_, n) => [`row ${n}`, String(n)]);
    const header = [{ label: 'Client', value: '12' }];
    const closing = () => [{ label: 'Total', values: [null, '28'] }];
    const sheets = async (sheetRows: number) => {
      const book = workbook(rows, { header, closing });
      const { worksheets } = await readWorkbook(await bytesOf(writeSheets(book, sheetRows)));
      return worksheets.map((sheet) => [sheet.name, ...valuesOf(sheet).map(([first]) => first)]);
    };
    const block = ['Client', undefined, 'A'];
    expect(await sheets(5)).toEqual([
      ['Rows', ...block, 'row 0', 'row 1', 'row 2', 'row 3', 'row 4'],
      ['Rows 2', 'A', 'row 5', 'row 6', 'row 7', 'Total'],
    ]);
    expect(await sheets(4)).toHaveLength(2);
    expect(await sheets(8)).toEqual([['Rows', ...block, ...rows.map(([a]) => a), 'Total']]);
  });

  it('puts the label of a closing line where no value is', async () => {
    const closing = () => [{ label: 'Total', values: ['1', '2'] }];
    const columns = [column('A', 'money'), column('B', 'money')];
    const file = await write([['1', '2']], { columns, closing });
    expect(valuesOf(file.worksheets[0])[2]).toEqual([1, 2, 'Total']);
  });

  it('names its sheets within the rules', async () => {
    const named = async (sheetName: string) => (await write([], { sheetName })).worksheets[0]?.name;
    expect(await named(`[a]:b*c?d/e\\f`)).toBe('a  b c d e f');
    expect(await named('Операції & <платежі>'.repeat(3))).toHaveLength(31);
    expect(await named('')).toBe('Sheet');
  });
});

describe('money and counts', () => {
  it.each([
    ['100.000000', 100],
    ['-0.000001', -0.000001],
    ['0.000000', 0],
    ['123456789012345', 123456789012345],
    ['-12345678.123456', -12345678.123456],
    ['999999999.999999', 999999999.999999],
    // One digit more than a spreadsheet keeps.
    ['1234567890.123456', '1234567890.123456'],
    ['99999999999999.999999', '99999999999999.999999'],
    ['1234567890123456', '1234567890123456'],
    ['NaN', 'NaN'],
    ['1e5', '1e5'],
  ])('writes %s as %j', async (amount, expected) => {
    const file = await write([['a', amount]]);
    expect(file.worksheets[0]?.getCell('B2').value).toBe(expected);
  });

  it('writes every amount that a sheet can hold exactly', async () => {
    const digits = fc.integer({ min: -999_999_999, max: 999_999_999 });
    const decimals = fc.integer({ min: 0, max: 999_999 });
    const amount = fc
      .tuple(digits, decimals)
      .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`);
    await fc.assert(
      fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 50 }), async (amounts) => {
        const file = await write(amounts.map((text) => [null, text]));
        const read = amounts.map((_, n) => file.worksheets[0]?.getCell(n + 2, 2).value);
        // Six decimals again: the same digits came back.
        expect(
          read.map((value) => (value as number).toFixed(6).replace(/^-(0\.0+)$/, '$1')),
        ).toEqual(amounts);
      }),
      { numRuns: 20 },
    );
  });
});

describe('text', () => {
  it.each([
    '=1+1',
    '+380501112233',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '=HYPERLINK("http://evil.example","x")',
    '00123',
    '12345678901234567890',
    '2026-11-20',
    'TRUE',
    '#N/A',
    '_x0041_ and _x000D_',
    ' a  b ',
    'two\nlines\tand a tab',
    'a\u0000b\u0001\u001f\u007f\u0085\ufffe\uffff',
    '<a href="x">&amp;</a>',
    'Їжак 中文 👍🏽 עברית',
  ])('stays %j', async (text) => {
    const cell = await asRead(text);
    expect(unescaped(cell.value)).toBe(text);
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.numFmt).toBe('@');
  });

  it('stays what it is, whatever it is, and is never a formula or a link', async () => {
    const unit = fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '_x', '0041_', '<', '&', '"', "'", '\0'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    );
    const text = fc.array(unit, { minLength: 1, maxLength: 8 }).map((units) => units.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        const file = await write(texts.map((text) => [text]));
        const cells = texts.map((_, n) => file.worksheets[0]!.getCell(n + 2, 1));
        expect(cells.map(({ value }) => unescaped(value))).toEqual(texts);
        expect(cells.every(({ formula, hyperlink }) => !formula && !hyperlink)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is cut at what a cell can hold', async () => {
    expect((await asRead('x'.repeat(40_000))).value).toHaveLength(32_767);
  });
});

describe('dates', () => {
  it.each(['0001-01-01 00:00:00', '1900-02-28 00:00:00', '10000-01-01 00:00:00', 'infinity'])(
    'stay text where a spreadsheet has none: %s',
    async (instant) => {
      const file = await write([[instant]], { columns: [column('A', 'instant')] });
      expect(file.worksheets[0]?.getCell('A2').value).toBe(instant);
    },
  );

  it('are exact to the second on any day', async () => {
    const second = fc
      .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 19));
    await fc.assert(
      fc.asyncProperty(fc.array(second, { minLength: 1, maxLength: 50 }), async (seconds) => {
        const rows = seconds.map((text) => [text.replace('T', ' ')]);
        const file = await write(rows, { columns: [column('A', 'instant')] });
        const read = seconds.map((_, n) => file.worksheets[0]?.getCell(n + 2, 1).value as Date);
        expect(read.map((date) => date.toISOString().slice(0, 19))).toEqual(seconds);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the stream', () => {
  /** Endless rows; says when nobody wants more. */
  function endless() {
    const state = { batches: 0, ended: false };
    async function* batches() {
      try {
        for (;;) {
          state.batches += 1;
          // Random text, so that little of it disappears by compression.
          yield Array.from({ length: 500 }, () => [crypto.randomUUID(), '1']);
        }
      } finally {
        state.ended = true;
      }
    }
    return { state, batches: batches() };
  }

  it('reads no rows ahead of its reader, and none when the reader is gone', async () => {
    const { state, batches } = endless();
    const reader = writeWorkbook(workbook([], { batches })).getReader();
    for (let n = 0; n < 5; n++) await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const waiting = state.batches;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(state.batches).toBe(waiting);
    await reader.cancel();
    expect(state.ended).toBe(true);
  });

  it('ends with the error of the rows', async () => {
    async function* batches() {
      yield [['a', '1']];
      throw new Error('The database is gone.');
    }
    const stream = writeWorkbook(workbook([], { batches: batches() }));
    await expect(bytesOf(stream)).rejects.toThrow('The database is gone.');
  });

  it('writes the same bytes for the same content', async () => {
    const rows = [['a', '1']];
    const [one, two] = await Promise.all([
      bytesOf(writeWorkbook(workbook(rows))),
      bytesOf(writeWorkbook(workbook(rows))),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});
