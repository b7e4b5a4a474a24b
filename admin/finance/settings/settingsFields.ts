import { useCallback } from 'react';
import { HttpError } from 'react-admin';
import { plainMoney } from '../../../schema/money.ts';
import { numberFormat } from '../../common/intl.ts';
import { useFormatLocale } from '../../common/useFormatters.ts';

/** Writes a stored amount as a person would type it: `'25.000000'` becomes `25` or, in German, `25`. */
export function useEditable() {
  const locale = useFormatLocale();
  return useCallback(
    (amount: string | null) =>
      amount === null
        ? ''
        : numberFormat(locale, { maximumFractionDigits: 6 }).format(
            plainMoney(amount) as Intl.StringNumericLiteral,
          ),
    [locale],
  );
}

/** What the server says is wrong with a field. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const body: { errors?: Record<string, unknown> } | null = error.body;
  const found = body?.errors?.[field];
  return typeof found === 'string' ? found : undefined;
}
