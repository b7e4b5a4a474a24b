import { DataTable, useListContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import type { Statistic } from '../../schema/statistics.ts';
import { Column } from '../common/Column.tsx';
import { MoneyText } from '../common/MoneyText.tsx';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { STICKY_HEAD } from '../period/stickyHead.ts';
import { CountWithParts } from './CountWithParts.tsx';
import { EfficiencyText } from './EfficiencyText.tsx';
import { partsWidth } from './partsWidth.ts';
import { ReportFoot } from './ReportFoot.tsx';
import type { ReportGrouping } from './reports.ts';
import { useReportTotalContext } from './ReportTotalContext.ts';
import { useGroupName } from './useGroupName.ts';

/** The rows of the report around it and their total: `<ReportTable client={client} groupBy="day" />`. */
export function ReportTable({ client, groupBy }: ReportTableProps) {
  const text = useText();
  const number = useNumber();
  const name = useGroupName(groupBy);
  const { data = [] } = useListContext<Statistic>();
  const { total } = useReportTotalContext();
  const parts = partsWidth(total ? [...data, total] : data, number);
  return (
    <DataTable<Statistic>
      bulkActionButtons={false}
      rowClick={false}
      foot={ReportFoot}
      sx={[LAYOUT, { '--parts': `${parts}ch` }]}
    >
      <Column<Statistic>
        source="group"
        label={text(`resources.statistics.fields.${groupBy}`)}
        render={(row) => (row.id === total?.id ? text('ra_clientele.common.total') : name(row))}
      />
      <Column<Statistic>
        source="sentMessages"
        align="right"
        sortByOrder="DESC"
        label={text('resources.statistics.fields.sentMessages')}
        render={(row) => <CountWithParts messages={row.sentMessages} parts={row.sentParts} />}
      />
      <Column<Statistic>
        source="deliveredMessages"
        align="right"
        sortByOrder="DESC"
        label={text('resources.statistics.fields.deliveredMessages')}
        render={(row) => (
          <CountWithParts messages={row.deliveredMessages} parts={row.deliveredParts} />
        )}
      />
      <Column<Statistic>
        source="efficiency"
        align="right"
        sortByOrder="DESC"
        label={text('resources.statistics.fields.efficiency')}
        render={(row) => <EfficiencyText of={row} />}
      />
      <Column<Statistic>
        source="price"
        align="right"
        sortByOrder="DESC"
        label={`${text('resources.statistics.fields.price')}, ${client.currency}`}
        render={(row) => <MoneyText amount={row.price} />}
      />
    </DataTable>
  );
}

export interface ReportTableProps {
  client: Client;
  groupBy: ReportGrouping;
}

const LAYOUT = {
  ...STICKY_HEAD,
  // Twice the class: some themes have a padding of their own for each size of table.
  '& .MuiTableCell-root.MuiTableCell-root': { paddingX: 1.5, paddingY: 1, whiteSpace: 'nowrap' },
  '& td.MuiTableCell-root.column-group': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  // The arrow stands in the gap between two columns, which would else all be wider by it.
  '& .MuiTableSortLabel-icon': { position: 'absolute', left: '100%' },
  '& .MuiTableCell-alignRight .MuiTableSortLabel-icon': { left: 'auto', right: '100%' },
  '& tfoot td': {
    typography: 'body2',
    fontWeight: 'fontWeightBold',
    color: 'text.primary',
    borderTop: 2,
    borderBottom: 0,
    borderColor: 'divider',
  },
};
