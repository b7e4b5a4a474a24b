import { Typography } from '@mui/material';
import { useSenderName } from './useSenderName.ts';

/** The name as recipients see it. */
export function NameText() {
  const { name } = useSenderName();
  return (
    <Typography variant="body2" component="span" noWrap title={name} sx={{ fontWeight: 500 }}>
      {name}
    </Typography>
  );
}
