import { Dash } from '../common/Dash.tsx';
import { ClientLink } from './ClientLink.tsx';
import { useClient } from './useClient.ts';

/** The name of the person. */
export function NameCell() {
  const { name } = useClient();
  return (
    <ClientLink part title={name}>
      {name || <Dash />}
    </ClientLink>
  );
}
