import BarChartIcon from '@mui/icons-material/BarChartOutlined';
import type { Period } from '../../schema/period.ts';
import { EmptyState } from '../common/EmptyState.tsx';
import { useText } from '../i18n/useText.ts';
import { useDay } from '../period/useDay.ts';

/** Stands for a report, or its chart, of a period without messages: `<NothingSent period={period} />`. */
export function NothingSent({ period }: { period: Period }) {
  const text = useText();
  const day = useDay();
  return (
    <EmptyState
      icon={<BarChartIcon fontSize="inherit" />}
      title={text('ra_clientele.statistics.empty', { from: day(period.from), to: day(period.to) })}
      hint={text('ra_clientele.statistics.emptyHint')}
    />
  );
}
