/** Money in tests that compute themselves: whole millionths, `micro('1.5')` is 1500000n. */
export function micro(decimal: string): bigint {
  const [, sign, whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(decimal) ?? [];
  if (whole === '') throw new Error(`"${decimal}" is no amount of money.`);
  const digits = BigInt(whole + decimals.padEnd(6, '0'));
  return sign ? -digits : digits;
}

/** The other way round, as the API writes it: `decimal(1500000n)` is '1.500000'. */
export function decimal(millionths: bigint): string {
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
  return `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** The sum of amounts as the API writes them. */
export function sumOf(decimals: readonly string[]): string {
  return decimal(decimals.reduce((sum, each) => sum + micro(each), 0n));
}
