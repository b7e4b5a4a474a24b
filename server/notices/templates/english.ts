import type { NoticeAudience } from '../../../schema/notices.ts';
import type { NoticeLanguage } from './words.ts';

export const english: NoticeLanguage = {
  tag: 'en',
  // An international English: day before month, 24 hours.
  locale: 'en-GB',

  creditLimit(facts, audience) {
    const { client, clientId, at, amount, previousAmount, removed, expiresAt, available } = facts;
    const subjects = {
      client: removed ? 'Your credit limit has been removed' : `Your credit limit is now ${amount}`,
      staff: `${client} (client ${clientId}): credit limit ${removed ? 'removed' : `is now ${amount}`}`,
    };
    return {
      subject: subjects[audience],
      intro: `On ${at} the credit limit of ${client} was changed from ${previousAmount} to ${amount}.`,
      figures: [
        ['Credit limit', amount],
        ...(expiresAt ? [['Valid until', expiresAt] as [string, string]] : []),
        ['Available for sending', available],
      ],
      next: [
        'The credit limit is how far the balance may fall below zero.',
        ...(expiresAt
          ? [
              `This limit ends on ${expiresAt}. From then on the last limit that was set without an end applies again.`,
            ]
          : []),
        facts.usedUp ? STOPPED[audience] : WHILE_IT_LASTS[audience],
        ASK[audience],
      ],
      footer: footer(client, clientId, audience),
    };
  },

  lowBalance(facts, audience, level) {
    const { client, clientId, at, available, balance, threshold, usedUp } = facts;
    const state = usedUp ? 'used up' : { warning: 'low', critical: 'almost used up' }[level];
    const subjects = {
      client: `Your balance is ${state}: ${available} available`,
      staff: `${client} (client ${clientId}): balance is ${state}, ${available} available`,
    };
    return {
      subject: subjects[audience],
      intro: `On ${at} the amount that ${client} has available for sending fell to ${available}, below the ${level} threshold of ${threshold}.`,
      figures: [
        ['Available for sending', available],
        ['Balance', balance],
        [level === 'warning' ? 'Warning threshold' : 'Critical threshold', threshold],
      ],
      next: [
        usedUp ? STOPPED[audience] : WHILE_IT_LASTS[audience],
        ...(audience === 'client' && !usedUp
          ? [
              `Top up ${level === 'warning' ? 'in good time' : 'now'} to keep your mailings running.`,
            ]
          : []),
        ASK[audience],
      ],
      footer: footer(client, clientId, audience),
    };
  },
};

const WHILE_IT_LASTS = {
  client:
    'Messages are sent as long as the available amount covers their price. When it no longer does, sending stops until you top up.',
  staff:
    'Messages of this client are sent as long as the available amount covers their price. When it no longer does, sending stops until the account is topped up.',
};

const STOPPED = {
  client: 'Nothing is available: messages are not sent until you top up.',
  staff:
    'Nothing is available: messages of this client are not sent until the account is topped up.',
};

const ASK = {
  client: 'If you have a question, reply to this message or ask your manager.',
  staff: "The console shows whether the client's own notice was sent.",
};

function footer(client: string, clientId: number, audience: NoticeAudience): string {
  return audience === 'client'
    ? `This is an automatic notice about account ${clientId}, ${client}.`
    : `This is an automatic notice to staff about client ${clientId}, ${client}.`;
}
