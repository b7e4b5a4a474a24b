/**
 * The address that a typed site leads to; null for anything but http and https, because clients
 * fill this field themselves.
 *
 * @example
 * webAddress('example.com') // 'https://example.com/'
 * webAddress('javascript:alert(1)') // null
 */
export function webAddress(typed: string): string | null {
  const address = typed.trim();
  const withScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(withScheme)) return null;
  const { protocol, href } = new URL(withScheme);
  return /^https?:$/.test(protocol) ? href : null;
}
