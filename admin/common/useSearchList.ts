import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-admin';
import { listIn, withParams } from './searchParams.ts';

/**
 * Some of a few known words, kept in the URL so that a link, a reload and the way back choose the
 * same. None chosen means no restriction.
 *
 * @example
 * const [kinds, setKinds] = useSearchList('kind', TRANSACTION_KINDS); // ?kind=charge,refund
 */
export function useSearchList<Word extends string>(
  name: string,
  known: readonly Word[],
): [Word[], (chosen: readonly Word[]) => void] {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const chosen = useMemo(() => listIn(search, name, known), [search, name, known]);
  const choose = useCallback(
    (words: readonly Word[]) =>
      navigate({
        pathname,
        search: withParams(search, {
          [name]: known.filter((word) => words.includes(word)).join(',') || null,
        }),
      }),
    [navigate, pathname, search, name, known],
  );
  return [chosen, choose];
}
