/**
 * Ids of a client's records name the client first, so that every lookup knows where the row
 * lives: `12-7` is record 7 of client 12.
 */
export function recordId(clientId: number, key: number | string): string {
  return `${clientId}-${key}`;
}

/** The parts of `12-ABC`, or null when it cannot be an id: nothing stored has a NUL in it. */
export function parseRecordId(id: string): { clientId: number; key: string } | null {
  const match = /^(\d{1,15})-([^\0]+)$/.exec(id);
  return match?.[1] && match[2] ? { clientId: Number(match[1]), key: match[2] } : null;
}

/** The parts of `12-7` where the second is a number too. */
export function parseNumberedId(id: string): { clientId: number; number: number } | null {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(id);
  return match ? { clientId: Number(match[1]), number: Number(match[2]) } : null;
}

/** A client's id out of a path: null when it is no number. */
export function parseClientId(id: string): number | null {
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}
