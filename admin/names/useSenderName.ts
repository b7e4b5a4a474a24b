import { useRecordContext } from 'react-admin';
import type { SenderName } from '../../schema/sender-names.ts';

/** The name of the row around: `const { status } = useSenderName();`. */
export function useSenderName(): SenderName {
  const name = useRecordContext<SenderName>();
  if (!name) throw new Error('useSenderName() works only inside the record context of a name');
  return name;
}
