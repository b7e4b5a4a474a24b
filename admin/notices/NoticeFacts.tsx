import type { Notice } from '../../schema/notices.ts';
import { useDate } from '../common/useFormatters.ts';
import { useMoney } from '../common/useMoney.ts';
import { useText } from '../i18n/useText.ts';

/** What a notice tells, in a line with its numbers. */
export function NoticeFacts({ notice }: { notice: Notice }) {
  const text = useText();
  const money = useMoney();
  const date = useDate();
  const { kind, parameters } = notice;
  const currency = String(parameters.currency ?? '');
  const said = (name: string) => {
    const value = parameters[name];
    // An amount and its currency stay in one line.
    return typeof value === 'string' ? money(value, currency).replaceAll(' ', '\u00A0') : '';
  };
  if (kind !== 'credit_limit') {
    return (
      <div>
        {text(`ra_clientele.notices.kind.${kind}`, {
          available: said('available'),
          threshold: said('threshold'),
        })}
      </div>
    );
  }
  const amounts = { amount: said('amount'), previous: said('previousAmount') };
  const { expiresAt } = parameters;
  return (
    <div>
      {typeof expiresAt === 'string'
        ? text('ra_clientele.notices.kind.credit_limit_until', {
            ...amounts,
            until: date(expiresAt, { dateStyle: 'medium', timeStyle: 'short' }),
          })
        : text('ra_clientele.notices.kind.credit_limit', amounts)}
    </div>
  );
}
