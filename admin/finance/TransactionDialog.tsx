import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Skeleton } from '@mui/material';
import { useId, useState } from 'react';
import { LinkBase, useCanAccess, useGetOne, useLocation, useNavigate } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { dateIn } from '../../schema/period.ts';
import type { Transaction } from '../../schema/transactions.ts';
import { ErrorState } from '../common/ErrorState.tsx';
import { withParams } from '../common/searchParams.ts';
import { useText } from '../i18n/useText.ts';
import { isReversible, ReverseDialog } from './ReverseDialog.tsx';
import { TransactionFacts } from './TransactionFacts.tsx';
import { openedIn } from './transactionId.ts';

/**
 * All there is about the transaction that the URL names, over the ledger; nothing where it names
 * none of this client's. It has an address, so that it can be sent and found again.
 *
 * @example <TransactionDialog client={client} /> // …/finance?transaction=12-7
 */
export function TransactionDialog({ client }: { client: Client }) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const id = openedIn(search, client.id);
  if (!id) return null;
  const close = () => navigate({ pathname, search: withParams(search, { transaction: null }) });
  return <OpenTransaction key={id} id={id} client={client} onClose={close} />;
}

function OpenTransaction({ id, client, onClose }: OpenTransactionProps) {
  const text = useText();
  const title = useId();
  const { pathname, search } = useLocation();
  const { data, error, refetch } = useGetOne<Transaction>('transactions', { id }, { retry: false });
  const [reversing, setReversing] = useState(false);
  const { canAccess: reverses } = useCanAccess({ resource: 'transactions', action: 'reverse' });
  const day = data && dateIn(client.timeZone, new Date(data.occurredAt));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title} variant="h6" component="h2">
        {text('ra_clientele.ledger.transaction', { id })}
      </DialogTitle>
      <DialogContent>
        {error && (
          <ErrorState
            title={text('ra_clientele.ledger.transactionFailed')}
            error={error}
            onRetry={refetch}
          />
        )}
        {data ? (
          <TransactionFacts of={data} client={client} />
        ) : (
          !error && <Skeleton variant="rounded" height={220} />
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        {data && reverses && isReversible(data) && (
          <Button color="error" onClick={() => setReversing(true)} sx={{ mr: 'auto' }}>
            {text('ra_clientele.entry.reverseOpen')}
          </Button>
        )}
        {data && reversing && (
          <ReverseDialog
            transaction={data}
            onClose={() => setReversing(false)}
            onReversed={() => setReversing(false)}
          />
        )}
        {day && (
          <Button
            component={LinkBase}
            to={
              pathname + withParams(search, { transaction: null, kind: null, from: day, to: day })
            }
          >
            {text('ra_clientele.ledger.showDay')}
          </Button>
        )}
        <Button variant="contained" onClick={onClose}>
          {text('ra_clientele.ledger.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface OpenTransactionProps {
  id: string;
  client: Client;
  onClose: () => void;
}
