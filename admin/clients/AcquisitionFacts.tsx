import { useText } from '../i18n/useText.ts';
import { Fact } from './Fact.tsx';
import { FactGroup } from './FactGroup.tsx';
import { useClient } from './useClient.ts';

/** How the client was won. */
export function AcquisitionFacts() {
  const text = useText();
  const { site, channel, channelSource, referer } = useClient();
  return (
    <FactGroup name="acquisition">
      <Fact field="site">{site}</Fact>
      <Fact field="channel">{[channel, channelSource].filter(Boolean).join(' / ')}</Fact>
      <Fact field="referer">{referer ?? text('ra_clientele.client.direct')}</Fact>
    </FactGroup>
  );
}
