/**
 * Tokens for the addresses of files: whoever has one may fetch that file. They are made from a
 * secret of this process and the export's id, so that the same export has the same address every
 * time it is asked for, while the database holds nothing that a token could be made from.
 */
const SECRET = crypto.getRandomValues(new Uint8Array(32));

/** The token of an export, while this process lives. */
export async function tokenOf(exportId: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', SECRET, algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(exportId)));
}

/** What is stored of a token: its SHA-256 in hexadecimal digits. */
export async function hashOf(token: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
}

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
