/** A key that nobody else has: `newKey()` is 32 hexadecimal digits. */
export function newKey(): string {
  // Unlike randomUUID, it is there on pages without https too.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
