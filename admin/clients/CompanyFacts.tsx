import { useFormatLocale } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { Fact } from './Fact.tsx';
import { FactGroup } from './FactGroup.tsx';
import { regionOf } from './region.ts';
import { useClient } from './useClient.ts';

/** Who the client is. */
export function CompanyFacts() {
  const text = useText();
  const locale = useFormatLocale();
  const client = useClient();
  return (
    <FactGroup name="company">
      <Fact field="company">{client.company}</Fact>
      <Fact field="name">{client.name}</Fact>
      <Fact field="propertyType">
        {text(`ra_clientele.client.propertyType.${client.propertyType}`)}
      </Fact>
      <Fact field="activity">{client.activity}</Fact>
      <Fact field="website">{client.website && <ExternalLink href={client.website} />}</Fact>
      <Fact field="region">{regionOf(client, locale)}</Fact>
      <Fact field="postalAddress">{client.postalAddress}</Fact>
    </FactGroup>
  );
}
