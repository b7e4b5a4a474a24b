import { useCreatePath } from 'react-admin';
import { PageHeader } from '../common/PageHeader.tsx';
import { useDocumentTitle } from '../common/useDocumentTitle.ts';
import { useText } from '../i18n/useText.ts';
import { ClientAmounts } from './ClientAmounts.tsx';
import { ClientMarks } from './ClientMarks.tsx';
import { clientTitle } from './clientTitle.ts';
import { useClient } from './useClient.ts';

/** "ID / login / company", the client's marks and its money, in sight on every tab. */
export function ClientHeader() {
  const text = useText();
  const createPath = useCreatePath();
  const title = clientTitle(useClient());
  useDocumentTitle(title);
  return (
    <PageHeader
      title={title}
      // The list finds its page, search and order again in react-admin's store.
      back={createPath({ resource: 'clients', type: 'list' })}
      backLabel={text('ra_clientele.client.back')}
    >
      <ClientMarks />
      <ClientAmounts />
    </PageHeader>
  );
}
