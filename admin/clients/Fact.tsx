import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Dash } from '../common/Dash.tsx';
import type { clientsEnglishMessages } from '../i18n/english.ts';
import { useText } from '../i18n/useText.ts';

/**
 * One line of a `FactGroup`: the label of a client's field and its value, a dash without one.
 *
 * @example <Fact field="activity">{client.activity}</Fact>
 */
export function Fact({ field, children }: FactProps) {
  const text = useText();
  return (
    <>
      <Typography variant="body2" component="dt" sx={{ color: 'text.secondary' }}>
        {text(`resources.clients.fields.${field}`)}
      </Typography>
      <Typography
        variant="body2"
        component="dd"
        sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
      >
        {children || <Dash />}
      </Typography>
    </>
  );
}

export interface FactProps {
  field: keyof typeof clientsEnglishMessages.resources.clients.fields;
  children: ReactNode;
}
