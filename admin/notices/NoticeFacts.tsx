import type { Notice } from '../../schema/notices.ts';
import { useMoney } from '../common/useMoney.ts';
import { useText } from '../i18n/useText.ts';

/** What a notice tells, in a line with its numbers. */
export function NoticeFacts({ notice }: { notice: Notice }) {
  const text = useText();
  const money = useMoney();
  const { kind, parameters } = notice;
  const currency = String(parameters.currency ?? '');
  const said = (name: string) => {
    const value = parameters[name];
    return typeof value === 'string' ? money(value, currency) : '';
  };
  return (
    <div>
      {kind === 'credit_limit'
        ? text('ra_clientele.notices.kind.credit_limit', {
            amount: said('amount'),
            previous: said('previousAmount'),
          })
        : text(`ra_clientele.notices.kind.${kind}`, {
            available: said('available'),
            threshold: said('threshold'),
          })}
    </div>
  );
}
