import { Link } from '@mui/material';
import { useShowContext } from 'react-admin';
import { useText } from '../i18n/useText.ts';

/** Loads the client as it is now, without leaving the page or what was typed. */
export function ReloadButton({ onReload }: ReloadButtonProps) {
  const text = useText();
  const { refetch } = useShowContext();
  const reload = async () => {
    await refetch();
    onReload();
  };
  return (
    <Link component="button" type="button" variant="inherit" color="inherit" onClick={reload}>
      {text('ra_clientele.client.subscription.reload')}
    </Link>
  );
}

export interface ReloadButtonProps {
  onReload: () => void;
}
