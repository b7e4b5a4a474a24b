import { useCallback } from 'react';
import { plainMoney } from '../../../schema/money.ts';
import { numberFormat } from '../../common/intl.ts';
import { useFormatLocale } from '../../common/useFormatters.ts';

/**
 * Writes a stored amount as a person would type it: `'1250.500000'` becomes `1,250.5`,
 * or `1.250,5` in German.
 */
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
