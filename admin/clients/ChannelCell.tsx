import { TwoLines } from '../common/TwoLines.tsx';
import { ClientLink } from './ClientLink.tsx';
import { useClient } from './useClient.ts';

/** How the client was won and, under it, where: "Organic" / "google". */
export function ChannelCell() {
  const { channel, channelSource } = useClient();
  return (
    <ClientLink part title={[channel, channelSource].filter(Boolean).join(' / ')}>
      <TwoLines first={channel} second={channelSource} />
    </ClientLink>
  );
}
