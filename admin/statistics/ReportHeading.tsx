import { Stack, Typography } from '@mui/material';
import { SortButton, useListContext } from 'react-admin';
import { VISUALLY_HIDDEN } from '../common/visuallyHidden.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import type { ReportGrouping } from './reports.ts';

/** The name of the report around it and how many groups it has: `<ReportHeading groupBy="day" />`. */
export function ReportHeading({ groupBy, narrow }: ReportHeadingProps) {
  const text = useText();
  const number = useNumber();
  const { total } = useListContext();
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 2, marginBottom: 1 }}>
      {/* The menu of a narrow screen shows the name already, right above. */}
      <Typography variant="h6" component="h2" sx={narrow ? VISUALLY_HIDDEN : undefined}>
        {text(`ra_clientele.statistics.grouping.${groupBy}`)}
      </Typography>
      {total !== undefined && (
        <Typography variant="body2" color="text.secondary" aria-live="polite">
          {text(`ra_clientele.statistics.count.${groupBy}`, {
            smart_count: total,
            number: number(total),
          })}
        </Typography>
      )}
      {narrow && <SortButton fields={SORTS} sx={{ marginLeft: 'auto' }} />}
    </Stack>
  );
}

export interface ReportHeadingProps {
  groupBy: ReportGrouping;
  /** Whether the rows are cards, which have no column heads to sort by. */
  narrow: boolean;
}

const SORTS = ['group', 'sentMessages', 'deliveredMessages', 'efficiency', 'price'];
