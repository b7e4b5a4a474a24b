import { useRef } from 'react';
import { useCreate, useRefresh, type RaRecord } from 'react-admin';
import { fieldErrors, isToldAt, isUnknown } from './failure.ts';
import { newKey } from './newKey.ts';

/**
 * Saves an entry that moves money or credit, once. It keeps the key of an entry as long as nobody
 * knows what became of it, so that trying again is safe; another entry has another key.
 *
 * @example
 * const entry = useEntry<Transaction>('transactions', { fields: ['amount'], onSaved: close });
 * entry.save({ clientId: 12, kind: 'top_up', amount: '100' });
 */
export function useEntry<Saved extends { id: string }>(
  resource: 'transactions' | 'credit_limits',
  { fields, onSaved, onRefused }: EntryOptions<Saved>,
) {
  const refresh = useRefresh();
  const running = useRef(false);
  const pending = useRef<{ content: string; key: string } | null>(null);
  const [create, { isPending, error, reset }] = useCreate<RaRecord, Error, Saved>(
    resource,
    undefined,
    {
      retry: (attempts, reason) => attempts < 2 && isUnknown(reason),
      retryDelay: 800,
      // Without a network it fails, instead of waiting in silence.
      networkMode: 'always',
    },
  );
  const save = (data: object) => {
    // Two clicks can come before the button is drawn anew.
    if (running.current) return;
    running.current = true;
    const content = JSON.stringify(data);
    if (pending.current?.content !== content) pending.current = { content, key: newKey() };
    void create(
      resource,
      { data: { ...data, idempotencyKey: pending.current.key } },
      {
        onSuccess: (saved) => {
          running.current = false;
          pending.current = null;
          onSaved(saved);
          refresh();
        },
        onError: (reason) => {
          running.current = false;
          if (isUnknown(reason)) return;
          pending.current = null;
          if (isToldAt(fields, reason)) onRefused?.();
        },
      },
    );
  };
  /** Forgets the failure. What may have been saved is looked for. */
  const dismiss = () => {
    if (error && isUnknown(error)) refresh();
    reset();
  };
  /** A value is another one, or the same is meant once more: it is another entry. */
  const renew = () => {
    pending.current = null;
    if (error) dismiss();
  };
  /** What a field does with what is typed. While an entry is on its way, what is shown stays. */
  const changing =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      if (isPending) return;
      renew();
      set(value);
    };
  return {
    save,
    dismiss,
    renew,
    changing,
    isPending,
    error,
    /** Whether the entry may have been saved all the same: no answer came. */
    unknown: error !== null && isUnknown(error),
    /** What the server says is wrong, by field. */
    errors: fieldErrors(error),
    /** Whether the fields say all that is wrong. */
    toldAtFields: isToldAt(fields, error),
  };
}

export type EntrySaving = ReturnType<typeof useEntry>;

interface EntryOptions<Saved> {
  /** The fields that can show what is wrong with them. */
  fields: readonly string[];
  onSaved: (saved: Saved) => void;
  /** Some of the fields are wrong: `errors` says which. */
  onRefused?: () => void;
}
