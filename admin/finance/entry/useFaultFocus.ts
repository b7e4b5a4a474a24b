import { useEffect, type RefObject } from 'react';

/**
 * Leads to the first field of a form that is wrong, whenever `told` becomes another value: SAVE was
 * pressed, or the server has answered. Not for 0, null and undefined.
 *
 * @example useFaultFocus(form, saving.error);
 */
export function useFaultFocus(form: RefObject<HTMLElement | null>, told: unknown): void {
  useEffect(() => {
    if (!told) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [form, told]);
}
