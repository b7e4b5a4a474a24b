/**
 * Bytes of one step: a call takes only so many arguments, and three bytes make four characters, so
 * that the steps can be joined.
 */
const STEP = 3 * 4096;

/** Bytes as base64, for parameters of SQL. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += STEP) {
    // Spreading the bytes into arguments would take twenty times as long.
    text += btoa(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + STEP)) as string);
  }
  return text;
}

/** The bytes of base64, also of Postgres's, which is broken into lines. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
