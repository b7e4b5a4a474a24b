import { Link } from '@mui/material';

/** An address that opens the mail program. */
export function EmailLink({ address }: EmailLinkProps) {
  return <Link href={`mailto:${encodeURIComponent(address)}`}>{address}</Link>;
}

export interface EmailLinkProps {
  address: string;
}
