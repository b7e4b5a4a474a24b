import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Period } from '../../schema/period.ts';
import { useText } from '../i18n/useText.ts';
import { DateInput } from './DateInput.tsx';
import { usePeriodDraft } from './usePeriodDraft.ts';

/**
 * The first and the last day of a period, both inclusive. A change takes effect by itself, or, with
 * `search`, on the SEARCH button and the Enter key.
 *
 * @example
 * <PeriodFields period={period} onChange={setPeriod} timeZone={client.timeZone} />
 */
export function PeriodFields({
  period,
  onChange,
  timeZone,
  search = false,
  children,
}: PeriodFieldsProps) {
  const text = useText();
  const { draft, faults, edit, settle } = usePeriodDraft(period, onChange, !search);
  const onLeave = search ? undefined : settle;
  return (
    <Box
      role="search"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'stretch',
        columnGap: 1.5,
        rowGap: 2.5,
        marginBottom: 3,
      }}
    >
      <DateInput
        label={text('ra_clientele.period.from')}
        value={draft.from}
        fault={faults.from}
        onChange={(from) => edit({ from })}
        onLeave={onLeave}
        onEnter={settle}
      />
      <DateInput
        label={text('ra_clientele.period.to')}
        value={draft.to}
        fault={faults.to}
        onChange={(to) => edit({ to })}
        onLeave={onLeave}
        onEnter={settle}
      />
      {children}
      {search && (
        <Button variant="contained" startIcon={<SearchIcon />} onClick={settle}>
          {text('ra_clientele.period.search')}
        </Button>
      )}
      <Typography variant="body2" color="text.secondary" sx={{ alignSelf: 'center' }}>
        {text('ra_clientele.period.daysIn', { zone: timeZone })}
      </Typography>
    </Box>
  );
}

export interface PeriodFieldsProps {
  period: Period;
  onChange: (period: Period) => void;
  /** Whose days they are: an IANA name. */
  timeZone: string;
  /** Waits for the SEARCH button or Enter. */
  search?: boolean;
  /** Other filters, beside the dates. */
  children?: ReactNode;
}
