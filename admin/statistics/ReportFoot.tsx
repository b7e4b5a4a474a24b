import { Button, Skeleton, TableCell, TableFooter, TableRow } from '@mui/material';
import { Children, type ReactNode } from 'react';
import { RecordContextProvider } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { useReportTotalContext } from './ReportTotalContext.ts';

/**
 * The Total row of a report, in the columns of its table.
 *
 * @example <DataTable foot={ReportFoot}>…</DataTable>
 */
export function ReportFoot({ children }: { children?: ReactNode }) {
  const text = useText();
  const { total, error, refetch } = useReportTotalContext();
  return (
    <TableFooter>
      {total ? (
        <RecordContextProvider value={total}>
          <TableRow>{children}</TableRow>
        </RecordContextProvider>
      ) : (
        <TableRow>
          <TableCell colSpan={Children.count(children)}>
            {error ? (
              <>
                {text('ra_clientele.statistics.totalFailed')}{' '}
                <Button size="small" color="inherit" onClick={() => refetch()}>
                  {text('ra_clientele.common.retry')}
                </Button>
              </>
            ) : (
              <Skeleton />
            )}
          </TableCell>
        </TableRow>
      )}
    </TableFooter>
  );
}
