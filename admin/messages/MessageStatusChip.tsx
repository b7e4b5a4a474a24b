import type { MessageStatus } from '../../schema/messages.ts';
import { StatusChip, type Tone } from '../common/StatusChip.tsx';
import { useText } from '../i18n/useText.ts';

/** How far a message has come: `<MessageStatusChip status="delivered" />`. */
export function MessageStatusChip({ status }: { status: MessageStatus }) {
  const text = useText();
  return <StatusChip tone={TONES[status]} label={text(`ra_clientele.messages.status.${status}`)} />;
}

const TONES: Record<MessageStatus, Tone> = {
  queued: 'info',
  sent: 'info',
  delivered: 'success',
  undelivered: 'error',
  expired: 'warning',
  rejected: 'error',
  unknown: 'disabled',
};
