import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The present in milliseconds, once a minute: `const now = useNow();`. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
