import { useFieldValue, useRecordContext } from 'react-admin';
import { MoneyText } from './MoneyText.tsx';

/**
 * A react-admin field for a decimal string beside its currency.
 *
 * @example <MoneyField source="balance" showCurrency />
 */
export function MoneyField({
  source,
  currencySource = 'currency',
  showCurrency = false,
}: MoneyFieldProps) {
  const record = useRecordContext();
  const amount: string | null | undefined = useFieldValue({ record, source });
  const currency: string | undefined = useFieldValue({ record, source: currencySource });
  return <MoneyText amount={amount} currency={showCurrency ? currency : undefined} />;
}

export interface MoneyFieldProps {
  source: string;
  /** Where the record keeps the currency. */
  currencySource?: string;
  /** Writes the currency beside the amount. */
  showCurrency?: boolean;
}
