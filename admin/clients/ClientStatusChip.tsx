import { StatusChip, type Tone } from '../common/StatusChip.tsx';
import { useText } from '../i18n/useText.ts';
import { useClient } from './useClient.ts';

/** The state of a client; nothing while it is active. */
export function ClientStatusChip() {
  const text = useText();
  const { status } = useClient();
  if (status === 'active') return null;
  return <StatusChip tone={TONES[status]} label={text(`ra_clientele.client.status.${status}`)} />;
}

const TONES: Record<'frozen' | 'blocked' | 'closed', Tone> = {
  frozen: 'warning',
  blocked: 'error',
  closed: 'disabled',
};
