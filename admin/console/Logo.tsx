import { SvgIcon } from '@mui/material';

/** The mark of the product, the same as the icon of the browser's tab. */
export function Logo() {
  return (
    <SvgIcon viewBox="0 0 32 32" color="primary" fontSize="small" aria-hidden>
      <path
        fillRule="evenodd"
        d="M8 0h16a8 8 0 0 1 8 8v16a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8Zm14.9 9.8a9 9 0 1 0 0 12.4 2 2 0 0 0-2.8-2.8 5 5 0 1 1 0-6.8 2 2 0 0 0 2.8-2.8Z"
      />
    </SvgIcon>
  );
}
