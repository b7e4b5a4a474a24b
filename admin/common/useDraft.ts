import { useState } from 'react';

/**
 * A value while it is being typed; it starts anew whenever the value itself changes.
 *
 * @example const [typed, setTyped] = useDraft(String(page));
 */
export function useDraft<Value>(value: Value): [Value, (draft: Value) => void] {
  const [state, setState] = useState({ value, draft: value });
  if (state.value !== value) setState({ value, draft: value });
  return [state.draft, (draft) => setState({ value, draft })];
}
