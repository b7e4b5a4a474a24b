import { Alert } from '@mui/material';
import type { Preview } from '../../../schema/previews.ts';
import { useDate } from '../../common/useFormatters.ts';
import { useText } from '../../i18n/useText.ts';
import { stopsSpending } from './movements.ts';

/** What to know of an entry before it is agreed to: `<EntryWarnings of={preview} />`. */
export function EntryWarnings({ of: preview }: { of: Preview }) {
  const text = useText();
  const date = useDate();
  const { needsApproval, insufficient, repeatedAt } = preview;
  return (
    <>
      {needsApproval && <Alert severity="info">{text('ra_clientele.entry.needsApproval')}</Alert>}
      {insufficient && <Alert severity="error">{text('ra_clientele.entry.insufficient')}</Alert>}
      {stopsSpending(preview) && (
        <Alert severity="warning">{text('ra_clientele.entry.stopsSpending')}</Alert>
      )}
      {repeatedAt && (
        <Alert severity="warning">
          {text('ra_clientele.entry.repeated', { time: date(repeatedAt, { timeStyle: 'short' }) })}
        </Alert>
      )}
    </>
  );
}
