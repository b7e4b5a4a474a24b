import { useText } from '../i18n/useText.ts';
import { useSenderName } from './useSenderName.ts';

/** Where the name is used: names of the same spelling may be registered for SMS and Viber. */
export function NameType() {
  const text = useText();
  const { type } = useSenderName();
  return <>{text(`ra_clientele.names.type.${type}`)}</>;
}
