import type { WorkbookRow } from '../workbook.ts';

/** Rows out of batches of any size, for sheets that end where a batch does not. */
export class RowQueue {
  readonly #batches: AsyncIterator<readonly WorkbookRow[]>;
  #batch: readonly WorkbookRow[] = [];

  constructor(batches: AsyncIterable<readonly WorkbookRow[]>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  /** The next rows, at most `most` of them; none when they have come to their end. */
  async take(most: number): Promise<readonly WorkbookRow[]> {
    if (await this.isEmpty()) return [];
    const taken = this.#batch.slice(0, most);
    this.#batch = this.#batch.slice(most);
    return taken;
  }

  async isEmpty(): Promise<boolean> {
    while (this.#batch.length === 0) {
      const next = await this.#batches.next();
      if (next.done) return true;
      this.#batch = next.value;
    }
    return false;
  }

  /** Tells whoever reads the rows that no more are wanted. */
  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
