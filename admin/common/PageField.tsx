import { TextField, Tooltip } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useText } from '../i18n/useText.ts';
import { readPage } from './pageNumber.ts';
import { useDraft } from './useDraft.ts';

/**
 * Shows the page number and goes to the one typed on Enter. What is no page of the list stays in
 * the field with the reason; the list stays where it is.
 *
 * @example <PageField page={3} pages={98} onPage={setPage} />
 */
export function PageField({ page, pages, onPage }: PageFieldProps) {
  const text = useText();
  const [typed, setTyped] = useDraft(String(page));
  const [refused, setRefused] = useState<string>();

  const read = readPage(typed, pages);
  const reason =
    'fault' in read && typed === refused
      ? text(`ra_clientele.pager.${read.fault}`, { pages, smart_count: pages })
      : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('fault' in read) setRefused(typed);
    else onPage(read.page);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Tooltip
        open={Boolean(reason)}
        title={reason && <span role="alert">{reason}</span>}
        placement="top"
        arrow
        describeChild
        slotProps={{ tooltip: { sx: { typography: 'caption' } } }}
      >
        <TextField
          size="small"
          hiddenLabel
          variant="outlined"
          margin="none"
          fullWidth={false}
          value={typed}
          error={Boolean(reason)}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => setTyped(String(page))}
          slotProps={{
            htmlInput: {
              'aria-label': text('ra_clientele.pager.page'),
              inputMode: 'numeric',
              enterKeyHint: 'go',
              autoComplete: 'off',
            },
          }}
          sx={{
            width: `calc(${String(pages).length}ch + 3.5em)`,
            '& input': {
              typography: 'body2',
              py: 0.5,
              textAlign: 'center',
              fontVariantNumeric: 'tabular-nums',
            },
          }}
        />
      </Tooltip>
    </form>
  );
}

export interface PageFieldProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}
