import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Button } from '@mui/material';
import { HttpError, LinkBase, useCreatePath, useParams, useShowContext } from 'react-admin';
import { EmptyState } from '../common/EmptyState.tsx';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageHeader } from '../common/PageHeader.tsx';
import { useText } from '../i18n/useText.ts';

/** Stands for a client that is not there or could not be loaded; leads back to the list. */
export function ClientMissing() {
  const text = useText();
  const { id } = useParams();
  const { error, refetch } = useShowContext();
  const list = useCreatePath()({ resource: 'clients', type: 'list' });
  const back = text('ra_clientele.client.back');
  const missing = error instanceof HttpError && error.status === 404;
  return (
    <>
      <PageHeader
        title={`${text('resources.clients.name', { smart_count: 1 })} ${id}`}
        back={list}
        backLabel={back}
      />
      {missing ? (
        <EmptyState
          icon={<SearchOffIcon fontSize="inherit" />}
          title={text('ra_clientele.client.notFound', { id })}
          hint={text('ra_clientele.client.notFoundHint')}
          action={
            <Button component={LinkBase} to={list}>
              {back}
            </Button>
          }
        />
      ) : (
        <ErrorState title={text('ra_clientele.client.failed')} error={error} onRetry={refetch} />
      )}
    </>
  );
}
