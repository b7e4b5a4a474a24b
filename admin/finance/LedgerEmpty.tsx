import ReceiptIcon from '@mui/icons-material/ReceiptLongOutlined';
import { Button } from '@mui/material';
import type { Period } from '../../schema/period.ts';
import type { TransactionKind } from '../../schema/transactions.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { useText } from '../i18n/useText.ts';
import { useDay } from '../period/useDay.ts';

/** Stands for a ledger's rows where the period, or the kinds chosen in it, have none. */
export function LedgerEmpty({ period, kinds, onAllKinds }: LedgerEmptyProps) {
  const text = useText();
  const day = useDay();
  const days = { from: day(period.from), to: day(period.to) };
  const icon = <ReceiptIcon fontSize="inherit" />;
  if (kinds.length === 0) {
    return (
      <EmptyState
        icon={icon}
        title={text('ra_clientele.finance.empty', days)}
        hint={text('ra_clientele.finance.emptyHint')}
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={text('ra_clientele.ledger.emptyKinds', days)}
      hint={text('ra_clientele.ledger.emptyKindsHint', {
        kinds: kinds.map((kind) => text(`ra_clientele.finance.purpose.${kind}`)).join(', '),
      })}
      action={<Button onClick={onAllKinds}>{text('ra_clientele.ledger.showAllKinds')}</Button>}
    />
  );
}

export interface LedgerEmptyProps {
  period: Period;
  kinds: readonly TransactionKind[];
  /** Takes the restriction to kinds away. */
  onAllKinds: () => void;
}
