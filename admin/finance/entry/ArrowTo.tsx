import ArrowIcon from '@mui/icons-material/ArrowRightAlt';

/** Between an amount before and after. Not a letter: fonts may have no arrow. */
export function ArrowTo() {
  return <ArrowIcon fontSize="small" titleAccess="→" sx={{ color: 'text.secondary' }} />;
}
