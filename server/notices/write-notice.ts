import { moneySign, type Money } from '../../schema/money.ts';
import type { NoticeAudience, NoticeKind } from '../../schema/notices.ts';
import { instantText, moneyText, oneLine } from './format.ts';
import { noticeHtml } from './html.ts';
import { creditLimitParameters, lowBalanceParameters } from './parameters.ts';
import { english } from './templates/english.ts';
import { ukrainian } from './templates/ukrainian.ts';
import type { NoticeLanguage, Words } from './templates/words.ts';

/** A stored notice with what its client is called and where that client's clock stands. */
export interface NoticeToWrite {
  clientId: number;
  kind: NoticeKind;
  audience: NoticeAudience;
  parameters: unknown;
  /** When it happened. */
  createdAt: string;
  client: string;
  timeZone: string;
}

export interface WrittenNotice {
  subject: string;
  text: string;
  html: string;
  /** The language that it came to be in: `en` or `uk`. */
  language: string;
}

/**
 * Writes a notice in a language, English when there are no words in that one.
 *
 * @throws ZodError when the stored parameters are not what the kind needs
 * @example writeNotice(notice, 'uk').subject // 'На вашому рахунку мало коштів: доступно 5,00 EUR'
 */
export function writeNotice(notice: NoticeToWrite, language: string): WrittenNotice {
  const words = languageOf(language);
  const written = wordsOf(notice, words);
  return {
    subject: written.subject,
    text: plainText(written),
    html: noticeHtml(written, words.tag),
    language: words.tag,
  };
}

/** By the language subtag alone: `uk-UA` is Ukrainian, `ru-UA` is not. */
function languageOf(tag: string): NoticeLanguage {
  return tag.toLowerCase().split('-')[0] === ukrainian.tag ? ukrainian : english;
}

function wordsOf(notice: NoticeToWrite, language: NoticeLanguage): Words {
  const { clientId, kind, audience, timeZone } = notice;
  const at = (instant: string) => instantText(instant, timeZone, language.locale);
  const facts = { clientId, client: oneLine(notice.client), at: at(notice.createdAt) };
  if (kind === 'credit_limit') {
    const { amount, previousAmount, expiresAt, available, currency } = creditLimitParameters.parse(
      notice.parameters,
    );
    const money = (value: Money) => moneyText(value, currency, language.locale);
    return language.creditLimit(
      {
        ...facts,
        amount: money(amount),
        previousAmount: money(previousAmount),
        removed: moneySign(amount) === 0,
        expiresAt: expiresAt && at(expiresAt),
        available: money(available),
        usedUp: moneySign(available) <= 0,
      },
      audience,
    );
  }
  const { balance, available, threshold, currency } = lowBalanceParameters.parse(notice.parameters);
  const money = (value: Money) => moneyText(value, currency, language.locale);
  return language.lowBalance(
    {
      ...facts,
      balance: money(balance),
      available: money(available),
      threshold: money(threshold),
      usedUp: moneySign(available) <= 0,
    },
    audience,
    kind === 'low_balance_warning' ? 'warning' : 'critical',
  );
}

function plainText({ subject, intro, figures, next, footer }: Words): string {
  const table = figures.map(([label, value]) => `${label}: ${value}`).join('\n');
  return `${[subject, intro, table, ...next, footer].join('\n\n')}\n`;
}
