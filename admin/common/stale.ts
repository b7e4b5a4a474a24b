/** For rows that stay readable while the next ones load; a quick answer changes nothing in sight. */
export const STALE = { opacity: 0.6, transition: 'opacity 150ms 200ms' } as const;
