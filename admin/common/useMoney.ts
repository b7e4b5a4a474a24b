import { useCallback } from 'react';
import { moneyParts } from './moneyParts.ts';
import { useFormatLocale } from './useFormatters.ts';

/**
 * Writes an amount inside a sentence; where it stands alone there is `MoneyText`.
 *
 * @example
 * const money = useMoney();
 * money('1250.500000', 'EUR'); // 1,250.50 EUR
 */
export function useMoney() {
  const locale = useFormatLocale();
  return useCallback(
    (amount: string, currency: string) => `${moneyParts(amount, locale).digits} ${currency}`,
    [locale],
  );
}
