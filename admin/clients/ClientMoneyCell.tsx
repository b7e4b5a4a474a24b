import { MoneyField } from '../common/MoneyField.tsx';

/** An amount in the client's own currency, which differs from row to row. */
export function ClientMoneyCell({ source }: ClientMoneyCellProps) {
  return <MoneyField source={source} showCurrency />;
}

export interface ClientMoneyCellProps {
  source: string;
}
