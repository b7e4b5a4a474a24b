import { Alert, AlertTitle, Button } from '@mui/material';
import { useText } from '../i18n/useText.ts';

/**
 * Says what failed and why, and offers to try again.
 *
 * @example <ErrorState title="The report could not be loaded" error={error} onRetry={refetch} />
 */
export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  const text = useText();
  return (
    <Alert
      severity="error"
      action={
        onRetry && (
          <Button
            color="inherit"
            size="small"
            sx={{ whiteSpace: 'nowrap' }}
            onClick={() => onRetry()}
          >
            {text('ra_clientele.common.retry')}
          </Button>
        )
      }
    >
      <AlertTitle>{title ?? text('ra_clientele.common.failed')}</AlertTitle>
      {reasonOf(error) ?? text('ra_clientele.common.unreachable')}
    </Alert>
  );
}

export interface ErrorStateProps {
  /** What failed, in one sentence. */
  title?: string;
  error: unknown;
  onRetry?: () => unknown;
}

// A request that got no answer rejects with a TypeError, whose words differ in every browser.
function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && !(error instanceof TypeError) ? error.message : undefined;
}
