import type { MouseEvent } from 'react';

/**
 * For the button that saves: a press on it does not leave the field. Leaving could tell a fault
 * below the field, the button would move away under the pointer, and the press would be lost.
 *
 * @example <Button type="submit" onMouseDown={keepFocus}>SAVE</Button>
 */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
