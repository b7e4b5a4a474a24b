import HistoryIcon from '@mui/icons-material/History';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState } from 'react';
import { ListContextProvider } from 'react-admin';
import type { Client } from '../../../schema/clients.ts';
import type { CreditLimit } from '../../../schema/credit-limits.ts';
import { EmptyState } from '../../common/EmptyState.tsx';
import { ListPagination } from '../../common/ListPagination.tsx';
import { useText } from '../../i18n/useText.ts';
import { ListBody } from '../../period/ListBody.tsx';
import { useFilteredList } from '../../period/useFilteredList.ts';
import { CreditHistoryRows } from './CreditHistoryRows.tsx';

/** Opens the history of a client's credit limit: `<CreditHistory client={client} />`. */
export function CreditHistory({ client }: { client: Client }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        startIcon={<HistoryIcon />}
        onClick={() => setOpen(true)}
        sx={{ marginY: -0.5 }}
      >
        {text('ra_clientele.limits.history')}
      </Button>
      {open && <HistoryDialog client={client} onClose={() => setOpen(false)} />}
    </>
  );
}

function HistoryDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const text = useText();
  const heading = useId();
  const list = useFilteredList<CreditLimit>({
    resource: 'credit_limits',
    filter: { clientId: client.id },
    sort: { field: 'id', order: 'DESC' },
    perPage: 10,
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={heading}>
      <DialogTitle id={heading} variant="h6" component="h2">
        {text('ra_clientele.limits.title', { client: client.id })}
      </DialogTitle>
      <DialogContent>
        <ListContextProvider value={list}>
          <ListBody
            list={list}
            failed={text('ra_clientele.limits.failed')}
            empty={
              <EmptyState
                icon={<HistoryIcon fontSize="inherit" />}
                title={text('ra_clientele.limits.empty')}
                hint={text('ra_clientele.limits.emptyHint')}
              />
            }
          >
            <CreditHistoryRows limits={list.data ?? []} client={client} />
          </ListBody>
          {list.total !== undefined && list.total > 10 && <ListPagination />}
        </ListContextProvider>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={onClose}>
          {text('ra_clientele.ledger.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
