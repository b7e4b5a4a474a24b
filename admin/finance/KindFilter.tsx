import { TRANSACTION_KINDS, type TransactionKind } from '../../schema/transactions.ts';
import { MultiSelect } from '../common/MultiSelect.tsx';
import { useText } from '../i18n/useText.ts';

/** Chooses the kinds of transactions to show: `<KindFilter kinds={kinds} onChange={setKinds} />`. */
export function KindFilter({ kinds, onChange }: KindFilterProps) {
  const text = useText();
  return (
    <MultiSelect
      label={text('ra_clientele.ledger.kind')}
      all={text('ra_clientele.ledger.allKinds')}
      options={TRANSACTION_KINDS}
      nameOf={(kind) => text(`ra_clientele.finance.purpose.${kind}`)}
      value={kinds}
      onChange={onChange}
    />
  );
}

export interface KindFilterProps {
  /** None means all of them. */
  kinds: readonly TransactionKind[];
  onChange: (kinds: TransactionKind[]) => void;
}
