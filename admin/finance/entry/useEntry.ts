import { useRef } from 'react';
import { HttpError, useCreate, useRefresh, type RaRecord } from 'react-admin';
import { newKey } from './newKey.ts';

/**
 * Saves an entry that moves money or credit, once. It keeps the key of an entry as long as nobody
 * knows what became of it, so that trying again is safe; another entry has another key.
 *
 * @example
 * const entry = useEntry<Transaction>('transactions', { onSaved: close });
 * entry.save({ clientId: 12, kind: 'top_up', amount: '100' });
 */
export function useEntry<Saved extends { id: string }>(
  resource: 'transactions' | 'credit_limits',
  { onSaved, onRefused }: EntryOutcomes<Saved>,
) {
  const refresh = useRefresh();
  const pending = useRef<{ content: string; key: string } | null>(null);
  const [create, { isPending, error, reset }] = useCreate<RaRecord, Error, Saved>(
    resource,
    undefined,
    {
      retry: (attempts, reason) => attempts < 2 && isUnknown(reason),
      retryDelay: 800,
    },
  );
  const save = (data: object) => {
    if (isPending) return;
    const content = JSON.stringify(data);
    if (pending.current?.content !== content) pending.current = { content, key: newKey() };
    void create(
      resource,
      { data: { ...data, idempotencyKey: pending.current.key } },
      {
        onSuccess: (saved) => {
          pending.current = null;
          onSaved(saved);
          refresh();
        },
        onError: (reason) => {
          if (isUnknown(reason)) return;
          pending.current = null;
          if (Object.keys(fieldErrors(reason)).length > 0) onRefused?.();
        },
      },
    );
  };
  return {
    save,
    isPending,
    error,
    /** Whether the entry may have been saved all the same: no answer came. */
    unknown: error !== null && isUnknown(error),
    /** What the server says is wrong, by field. */
    errors: fieldErrors(error),
    /** Forgets the failure. What may have been saved is looked for. */
    reset: () => {
      if (error && isUnknown(error)) refresh();
      reset();
    },
  };
}

export type EntrySaving = ReturnType<typeof useEntry>;

interface EntryOutcomes<Saved> {
  onSaved: (saved: Saved) => void;
  /** Some fields are wrong: `errors` says which. */
  onRefused?: () => void;
}

/** No answer, a broken server, or the first attempt still running: the entry may be there or not. */
function isUnknown(error: unknown): boolean {
  if (!(error instanceof HttpError)) return true;
  const body: { type?: string } | null = error.body;
  return error.status >= 500 || body?.type === 'urn:clientele:problem:in-flight';
}

function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof HttpError)) return {};
  const body: { errors?: Record<string, unknown> } | null = error.body;
  return Object.fromEntries(
    Object.entries(body?.errors ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
