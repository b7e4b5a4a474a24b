import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import {
  useEffect,
  useId,
  useRef,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useText } from '../../i18n/useText.ts';
import { Consequence } from './Consequence.tsx';
import { EntryFailure } from './EntryFailure.tsx';
import { EntryWarnings } from './EntryWarnings.tsx';
import { keepFocus } from './keepFocus.ts';
import type { EntrySaving } from './useEntry.ts';
import { useFaultFocus } from './useFaultFocus.ts';
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
  const { isPending, error, unknown, toldAtFields } = saving;
  const held = isPending || unknown;
  const preview = usePreview(entry, { held });
  const form = useRef<HTMLFormElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  // Trying again does what was agreed to, once.
  const repeatedAt = unknown ? null : preview.preview?.repeatedAt;
  // Nobody agrees to what they cannot see.
  const seen = Boolean(entry && preview.preview && (held || preview.isFresh));
  const safer = repeatedAt ? cancel : confirm;
  useEffect(() => {
    // Where nothing is typed, Enter does what is meant, or what is safe.
    if (seen && !firstField(form.current)) safer.current?.focus();
  }, [seen, safer]);
  useFaultFocus(form, error);
  useEffect(() => {
    // The button that had the focus could not keep it while it was busy.
    if (error && !toldAtFields) (unknown ? confirm : cancel).current?.focus();
  }, [error, toldAtFields, unknown]);

  const allowed = seen && ready && (unknown || !preview.preview?.insufficient);
  const go = () => {
    if (!allowed) return;
    if (repeatedAt) saving.renew();
    onConfirm();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Enter in a field does not enter the same again; its button does.
    if (repeatedAt) cancel.current?.focus();
    else go();
  };
  const close = () => {
    if (!isPending) onClose();
  };
  return (
    <Dialog
      open
      // A click beside it, perhaps the second one on SAVE, closes nothing.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && close()}
      onKeyDownCapture={holdBack}
      fullWidth
      maxWidth="xs"
      aria-labelledby={heading}
      aria-describedby={`${heading}-consequence`}
      slotProps={{ transition: { onEntered: () => firstField(form.current)?.focus() } }}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <DialogTitle id={heading} variant="h6" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </DialogTitle>
        <DialogContent sx={FIELDS}>
          {children}
          <div id={`${heading}-consequence`}>
            <Consequence {...preview} />
          </div>
          {preview.preview && !unknown && !toldAtFields && <EntryWarnings of={preview.preview} />}
          <EntryFailure {...saving} />
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
            type={repeatedAt ? 'button' : 'submit'}
            onClick={repeatedAt ? go : undefined}
            onMouseDown={keepFocus}
            variant={repeatedAt ? 'outlined' : 'contained'}
            color={danger ? 'error' : 'primary'}
            ref={confirm}
            loading={isPending}
            disabled={!allowed}
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
  saving: Pick<EntrySaving, 'isPending' | 'error' | 'unknown' | 'toldAtFields' | 'renew'>;
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

/** The key that opened the dialog, still held, does not agree to it. */
function holdBack(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
}

// Room for the label of a field, where MUI leaves none below the title.
const FIELDS = { display: 'flex', flexDirection: 'column', gap: 2, '&&': { paddingTop: 1 } };
