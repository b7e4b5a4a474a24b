import { useEffect, useState } from 'react';

/**
 * A value that has stayed the same for a moment: what is being typed is not asked about letter by
 * letter. undefined takes effect at once.
 *
 * @example const amount = useSettled(draft.amount);
 */
export function useSettled<Value>(value: Value | undefined, pause = 350): Value | undefined {
  const [settled, setSettled] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return value === undefined ? undefined : settled;
}
