import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { ListControllerResult } from 'react-admin';
import { ErrorState } from '../common/ErrorState.tsx';
import { STALE } from '../common/stale.ts';
import { RowsSkeleton } from './RowsSkeleton.tsx';

/**
 * The states of a list in one place: a skeleton at first, then the rows, the reason why there are
 * none, or the failure with a way to try again. Rows stay readable while others are fetched.
 *
 * @example
 * <ListBody list={list} failed="The transactions could not be loaded" empty={<EmptyState … />}>
 *   <TransactionTable />
 * </ListBody>
 */
export function ListBody({ list, failed, empty, children }: ListBodyProps) {
  const { data, error, isPending, isPlaceholderData, refetch } = list;
  return (
    <Box aria-busy={isPending || isPlaceholderData} sx={isPlaceholderData ? STALE : undefined}>
      {error && <ErrorState title={failed} error={error} onRetry={refetch} />}
      {isPending && <RowsSkeleton />}
      {data && (data.length > 0 ? children : empty)}
    </Box>
  );
}

export interface ListBodyProps {
  list: ListControllerResult;
  /** What failed, in one sentence. */
  failed: string;
  empty: ReactNode;
  children: ReactNode;
}
