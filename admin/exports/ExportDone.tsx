import CheckIcon from '@mui/icons-material/CheckCircleOutline';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Paper, Typography } from '@mui/material';
import type { Export } from '../../schema/exports.ts';
import { useNumber } from '../common/useFormatters.ts';
import { useText } from '../i18n/useText.ts';
import { useFileSize } from './useFileSize.ts';

/** A finished export: what it has, and its file as often as it is wanted. */
export function ExportDone({ exported, isDownloading, onDownload, onRemove }: ExportDoneProps) {
  const text = useText();
  const number = useNumber();
  const fileSize = useFileSize();
  const { fileName, rows, bytes } = exported;
  const size = fileSize(bytes);
  const remove = text('ra_clientele.exports.remove');
  return (
    <Paper variant="outlined" sx={PANEL}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
        <CheckIcon color="success" fontSize="small" aria-hidden />
        <Typography variant="body2" role="status" sx={{ overflowWrap: 'anywhere' }}>
          {text('ra_clientele.exports.done', { file: fileName })}
        </Typography>
      </Box>
      <Typography variant="body2" color="text.secondary">
        {text('ra_clientele.exports.size', { smart_count: rows, rows: number(rows), size })}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, ml: 'auto' }}>
        <Button size="small" loading={isDownloading} onClick={onDownload}>
          {text('ra_clientele.exports.download')}
        </Button>
        <IconButton size="small" aria-label={remove} title={remove} onClick={onRemove}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
    </Paper>
  );
}

export interface ExportDoneProps {
  exported: Export;
  isDownloading: boolean;
  onDownload: () => void;
  onRemove: () => void;
}

const PANEL = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  px: 2,
  py: 0.5,
};
