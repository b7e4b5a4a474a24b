import { Show } from 'react-admin';
import { page } from '../common/page.ts';
import { useText } from '../i18n/useText.ts';
import { ClientPage } from './ClientPage.tsx';

/** The page `/clients/:id/show` and, below it, one address for each tab. */
export function ClientShow() {
  const text = useText();
  return (
    <Show
      title={text('resources.clients.name', { smart_count: 2 })}
      actions={false}
      component="div"
      queryOptions={STAY_HERE}
      sx={{ ...page, '& .RaShow-main': { mt: 0 }, '& .RaShow-card': { minWidth: 0 } }}
    >
      <ClientPage />
    </Show>
  );
}

// The page itself says what failed; react-admin would leave for the list.
const STAY_HERE = { onError: () => undefined };
