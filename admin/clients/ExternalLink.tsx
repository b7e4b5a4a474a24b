import { Link } from '@mui/material';
import { webAddress } from './webAddress.ts';

/** A site that a client typed: a link when it leads to the web, plain text otherwise. */
export function ExternalLink({ href }: ExternalLinkProps) {
  const address = webAddress(href);
  if (!address) return <>{href}</>;
  return (
    <Link href={address} target="_blank" rel="noopener noreferrer">
      {href}
    </Link>
  );
}

export interface ExternalLinkProps {
  href: string;
}
