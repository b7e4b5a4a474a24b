import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useRef, type FormEvent, type KeyboardEvent } from 'react';
import { useListContext } from 'react-admin';
import { useDraft } from '../common/useDraft.ts';
import { useSlashKey } from '../common/useSlashKey.ts';
import { useText } from '../i18n/useText.ts';

/**
 * Searches by ID, login, company or name on Enter or the button. The search stands in the URL; Esc
 * and the cross clear it, and `/` brings the focus here.
 */
export function ClientSearch() {
  const text = useText();
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const searched: string = filterValues.q ?? '';
  const [typed, setTyped] = useDraft(searched);
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(input);

  const search = (q: string) => setFilters({ ...filterValues, q: q.trim() }, displayedFilters);
  const clear = () => {
    setTyped('');
    if (searched) search('');
    input.current?.focus();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    search(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') clear();
  };

  return (
    <form role="search" onSubmit={onSubmit} style={{ flex: '0 1 26rem', minWidth: 0 }}>
      <TextField
        fullWidth
        size="small"
        margin="none"
        hiddenLabel
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        inputRef={input}
        placeholder={text('ra_clientele.list.placeholder')}
        slotProps={{
          htmlInput: {
            'aria-label': text('ra_clientele.list.search'),
            'aria-keyshortcuts': '/',
            enterKeyHint: 'search',
            autoComplete: 'off',
            spellCheck: false,
          },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                {typed && (
                  <IconButton
                    size="small"
                    onClick={clear}
                    aria-label={text('ra_clientele.list.clear')}
                    title={text('ra_clientele.list.clear')}
                  >
                    <ClearIcon fontSize="small" />
                  </IconButton>
                )}
                <IconButton
                  size="small"
                  edge="end"
                  type="submit"
                  aria-label={text('ra_clientele.list.submit')}
                  title={text('ra_clientele.list.submit')}
                >
                  <SearchIcon fontSize="small" />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
    </form>
  );
}
