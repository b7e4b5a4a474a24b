import { HttpError } from 'react-admin';

/**
 * Whether an entry may have been saved all the same: no answer came, the server is broken, or the
 * first attempt is still under way.
 */
export function isUnknown(error: unknown): boolean {
  if (!(error instanceof HttpError)) return true;
  const body: { type?: string } | null = error.body;
  return error.status >= 500 || body?.type === 'urn:clientele:problem:in-flight';
}

/**
 * What the server says is wrong, by field. Its words go on after the name of the field; here they
 * stand alone.
 *
 * @example fieldErrors(error).amount // 'Takes more than is available: 20.00 EUR'
 */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    errorsOf(error).flatMap(([field, fault]) =>
      typeof fault === 'string' ? [[field, fault.charAt(0).toUpperCase() + fault.slice(1)]] : [],
    ),
  );
}

/** Whether these fields say all that is wrong, so that it need not be said beside them. */
export function isToldAt(fields: readonly string[], error: unknown): boolean {
  const errors = errorsOf(error);
  return (
    errors.length > 0 &&
    errors.every(([field, fault]) => fields.includes(field) && typeof fault === 'string')
  );
}

function errorsOf(error: unknown): [string, unknown][] {
  if (!(error instanceof HttpError)) return [];
  const body: { errors?: Record<string, unknown> } | null = error.body;
  return Object.entries(body?.errors ?? {});
}
