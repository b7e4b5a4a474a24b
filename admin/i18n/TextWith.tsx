import type { ReactNode } from 'react';
import { useText, type MessageKey } from './useText.ts';

/**
 * A message with an element, such as a link, where one of its placeholders stands.
 *
 * @example
 * // 'Reversed by %{transaction}'
 * <TextWith message="ra_clientele.ledger.reversedBy" name="transaction">
 *   <TransactionLink id="12-7" />
 * </TextWith>
 */
export function TextWith({ message, name, options, children }: TextWithProps) {
  const text = useText();
  const [before, after = ''] = text(message, { ...options, [name]: MARK }).split(MARK);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}

export interface TextWithProps {
  message: MessageKey;
  /** The placeholder that the element takes. */
  name: string;
  /** The other placeholders. */
  options?: Readonly<Record<string, unknown>>;
  children: ReactNode;
}

/** A private character of Unicode, which no text has. */
const MARK = '\uE000';
