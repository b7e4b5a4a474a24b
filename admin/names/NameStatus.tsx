import type { SenderName } from '../../schema/sender-names.ts';
import { StatusChip, type Tone } from '../common/StatusChip.tsx';
import { useText } from '../i18n/useText.ts';
import { useSenderName } from './useSenderName.ts';

/** How far the name has come. */
export function NameStatus() {
  const text = useText();
  const { status } = useSenderName();
  return <StatusChip tone={TONES[status]} label={text(`ra_clientele.names.status.${status}`)} />;
}

const TONES: Record<SenderName['status'], Tone> = {
  new: 'info',
  changes_requested: 'warning',
  checked: 'success',
  rejected: 'error',
  suspended: 'warning',
  removed: 'disabled',
};
