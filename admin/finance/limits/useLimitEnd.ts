import { useRef, useState, type RefObject } from 'react';

/** What is wrong with the end of a limit: not typed to its end, or out of the calendar's reach. */
export type LimitEndFault = 'incomplete' | 'out_of_range';

export interface LimitEnd {
  input: RefObject<HTMLInputElement | null>;
  /** `2026-12-31T23:59`; '' for never, and while it is not typed to its end. */
  value: string;
  fault: LimitEndFault | undefined;
  type: (value: string) => void;
  /** Tells what is wrong, if anything is; answers whether nothing is. */
  settle: () => boolean;
  clear: () => void;
}

/**
 * The end of a limit while it is being typed. A browser hands a half-typed date over as none at
 * all: then a limit would never end, so its field is asked.
 *
 * @example const end = useLimitEnd();
 */
export function useLimitEnd(): LimitEnd {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<{ value: string; fault?: LimitEndFault | undefined }>({
    value: '',
  });
  const { value, fault } = state;
  return {
    input,
    value,
    fault,
    type: (typed) => setState({ value: typed }),
    settle: () => {
      const found = faultOf(input.current);
      setState({ value, fault: found });
      return found === undefined;
    },
    clear: () => setState({ value: '' }),
  };
}

function faultOf(input: HTMLInputElement | null): LimitEndFault | undefined {
  if (!input || input.validity.valid) return undefined;
  return input.validity.badInput ? 'incomplete' : 'out_of_range';
}
