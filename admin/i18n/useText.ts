import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { clientsEnglishMessages } from './english.ts';

/**
 * Translates the plugin's own messages. What the host has no message for reads as in
 * `clientsEnglishMessages`, so that the plugin needs no setup.
 *
 * @example
 * const text = useText();
 * text('ra_clientele.list.notFound', { q: 'acme' });
 */
export function useText() {
  const translate = useTranslate();
  return useCallback(
    (key: MessageKey, options?: Record<string, unknown>): string =>
      translate(key, { _: english(key), ...options }),
    [translate],
  );
}

/** The path of a message: `'ra_clientele.pager.rows'`. */
export type MessageKey = Path<typeof clientsEnglishMessages>;

type Path<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string
    ? Key
    : `${Key}.${Path<Messages[Key]>}`;
}[keyof Messages & string];

type Messages = { [key: string]: Messages | string };

function english(key: string): string {
  let found: Messages | string | undefined = clientsEnglishMessages;
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? found : key;
}
