import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import { InstantText } from '../../common/InstantText.tsx';
import { useText } from '../../i18n/useText.ts';
import { Consequence } from './Consequence.tsx';
import { EntryFailure } from './EntryFailure.tsx';
import type { EntrySaving } from './useEntry.ts';
import { usePreview, type Entry } from './usePreview.ts';

/**
 * Asks once more before money or credit moves, with what comes of it in numbers; twice as
 * carefully when the same has just been entered. Fields of its own stand above the numbers.
 *
 * @example
 * <ConfirmEntry title="Top up 100.00 EUR?" action="Top up" entry={entry} saving={saving}
 *   onConfirm={save} onClose={close} />
 */
export function ConfirmEntry({
  title,
  action,
  entry,
  saving,
  ready = true,
  danger = false,
  onConfirm,
  onClose,
  children,
}: ConfirmEntryProps) {
  const text = useText();
  const heading = useId();
  const preview = usePreview(entry);
  const { isPending, error, unknown } = saving;
  const form = useRef<HTMLFormElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const repeatedAt = preview.preview?.repeatedAt;
  // Nobody agrees to what they cannot see.
  const seen = Boolean(entry && preview.preview && !preview.isFetching);
  const safer = repeatedAt ? cancel : confirm;
  useEffect(() => {
    // Where nothing is typed, Enter does what is meant, or what is safe.
    if (seen && !firstField(form.current)) safer.current?.focus();
  }, [seen, safer]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (seen && ready) onConfirm();
  };
  const close = () => {
    if (!isPending) onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      fullWidth
      maxWidth="xs"
      aria-labelledby={heading}
      slotProps={{ transition: { onEntered: () => firstField(form.current)?.focus() } }}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <DialogTitle id={heading} variant="h6" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
          {children}
          {entry && <Consequence {...preview} />}
          {preview.preview?.needsApproval && (
            <Alert severity="info">{text('ra_clientele.entry.needsApproval')}</Alert>
          )}
          {preview.preview?.insufficient && (
            <Alert severity="error">{text('ra_clientele.entry.insufficient')}</Alert>
          )}
          {repeatedAt && !error && (
            <Alert severity="warning">
              {text('ra_clientele.entry.repeated')} <InstantText instant={repeatedAt} />.
            </Alert>
          )}
          {error && <EntryFailure error={error} unknown={unknown} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button
            ref={cancel}
            onClick={close}
            disabled={isPending}
            // Who has just done the same probably does not mean to do it again.
            variant={repeatedAt ? 'contained' : 'text'}
          >
            {text('ra_clientele.entry.cancel')}
          </Button>
          <Button
            type="submit"
            variant={repeatedAt ? 'outlined' : 'contained'}
            color={danger ? 'error' : 'primary'}
            ref={confirm}
            loading={isPending}
            disabled={!seen || !ready || preview.preview?.insufficient}
          >
            {unknown
              ? text('ra_clientele.common.retry')
              : repeatedAt
                ? text('ra_clientele.entry.again')
                : action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

export interface ConfirmEntryProps {
  title: string;
  /** What the button does: "Top up". */
  action: string;
  /** undefined while the fields of the dialog make no entry yet. */
  entry: Entry | undefined;
  saving: Pick<EntrySaving, 'isPending' | 'error' | 'unknown'>;
  /** Whether the dialog's own fields are complete. */
  ready?: boolean;
  /** It takes money. */
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

const firstField = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('[role=combobox], textarea:not([aria-hidden]), input');
