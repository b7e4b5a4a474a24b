import { useCallback } from 'react';
import { useNotify } from 'react-admin';
import { useSavedWords, type SavedEntry } from './useSavedWords.ts';

/** Tells what became of an entry whose dialog has closed. */
export function useTellSaved() {
  const savedWords = useSavedWords();
  const notify = useNotify();
  return useCallback(
    (saved: SavedEntry) => {
      const { message, type } = savedWords(saved);
      notify(message, { type });
    },
    [savedWords, notify],
  );
}
