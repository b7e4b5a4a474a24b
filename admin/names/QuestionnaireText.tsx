import { Typography } from '@mui/material';
import { useText } from '../i18n/useText.ts';
import { useSenderName } from './useSenderName.ts';

/** How much of the questionnaire has an answer. */
export function QuestionnaireText() {
  const text = useText();
  const { filled, of } = useSenderName().questionnaire;
  if (filled === of) return <>{text('ra_clientele.names.filled')}</>;
  return (
    <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
      {text('ra_clientele.names.answered', { filled, of })}
    </Typography>
  );
}
