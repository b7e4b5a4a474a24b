/** A notice that has been tried so often has failed until somebody retries it. */
export const MAX_ATTEMPTS = 10;

/**
 * Seconds until the next attempt: 3 minutes after the first one, twice as long each time, so that
 * the last one comes about a day after the first. A quarter more or less, by chance, keeps what
 * failed together from coming back together.
 *
 * @example retryDelay(1) // 135 to 225
 */
export function retryDelay(attempts: number, random: () => number = Math.random): number {
  return 180 * 2 ** (attempts - 1) * (0.75 + random() / 2);
}
