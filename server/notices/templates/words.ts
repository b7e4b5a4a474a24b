import type { NoticeAudience } from '../../../schema/notices.ts';

/** What a notice tells, each value already written as the language writes it. */
interface Facts {
  clientId: number;
  /** The company. */
  client: string;
  /** When it happened. */
  at: string;
  /** Balance + credit limit - reserved, at that moment. */
  available: string;
  /** Nothing was available. */
  usedUp: boolean;
}

export interface CreditLimitFacts extends Facts {
  amount: string;
  previousAmount: string;
  /** The new limit is zero. */
  removed: boolean;
  expiresAt: string | null;
}

export interface LowBalanceFacts extends Facts {
  balance: string;
  threshold: string;
}

/** A notice in words, the same in plain text and in HTML. */
export interface Words {
  subject: string;
  /** What happened. */
  intro: string;
  /** The numbers: `['Balance', '12.50 EUR']`. */
  figures: [label: string, value: string][];
  /** What happens next, what to do and whom to ask: a paragraph each. */
  next: string[];
  /** What this mail is about. */
  footer: string;
}

/** The words of one language, for each kind of notice. */
export interface NoticeLanguage {
  /** BCP 47, as the mail declares it. */
  tag: 'en' | 'uk';
  /** How numbers and dates are written. */
  locale: string;
  creditLimit: (facts: CreditLimitFacts, audience: NoticeAudience) => Words;
  lowBalance: (
    facts: LowBalanceFacts,
    audience: NoticeAudience,
    level: 'warning' | 'critical',
  ) => Words;
}
