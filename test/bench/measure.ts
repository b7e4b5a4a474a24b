/** How often a second something gets done by some workers at once, each one after the other. */
export async function inParallel(
  workers: number,
  milliseconds: number,
  run: () => Promise<void>,
): Promise<number> {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (performance.now() - start < milliseconds) {
        await run();
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - start);
}

/** The middle one of some figures: `median([3, 1, 2])` is 2. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** Prints figures for people, in aligned columns. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  process.stdout.write(`\n${[head, ...rows].map(line).join('\n')}\n\n`);
}
