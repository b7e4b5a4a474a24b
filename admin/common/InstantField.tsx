import { useFieldValue, useRecordContext } from 'react-admin';
import { InstantText } from './InstantText.tsx';

/**
 * A react-admin field for an instant.
 *
 * @example <InstantField source="occurredAt" timeZone={client.timeZone} />
 */
export function InstantField({ source, timeZone }: InstantFieldProps) {
  const record = useRecordContext();
  const instant: string | null | undefined = useFieldValue({ record, source });
  return <InstantText instant={instant} timeZone={timeZone} />;
}

export interface InstantFieldProps {
  source: string;
  /** An IANA name; without it the zone of the admin's device. */
  timeZone?: string;
}
