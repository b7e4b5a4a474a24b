import { senderNameFault, type SenderNameType } from '../../schema/sender-names.ts';
import type { Random } from '../traffic/random.ts';
import type { DemoClient } from './client-row.ts';

export interface CandidateName {
  name: string;
  type: SenderNameType;
}

/** Names that would suit a client, the one it would ask for first at the front; none twice. */
export function candidateNames({ name, row }: DemoClient, random: Random): CandidateName[] {
  const [brand, trade] = name.latin;
  const alphanumeric = [
    brand.toUpperCase(),
    `${brand} ${trade}`,
    `${brand}Info`,
    `${trade}-SMS`,
    `${brand.slice(0, 4)}&${trade.slice(0, 4)}`,
    `${brand}_24`,
    `${brand.slice(0, 1)}.${trade}`,
    'Info',
    'Promo',
  ]
    .filter((each) => senderNameFault(each, 'sms_alphanumeric') === null)
    .map((each) => ({ name: each, type: 'sms_alphanumeric' as const }));
  const numeric = [String(random.integer(2000, 9999)), row.login].map((each) => ({
    name: each,
    type: 'sms_numeric' as const,
  }));
  const viber = [name.brand, `${name.brand} VIP`, `${name.brand} ${row.city ?? ''}`].map(
    (each) => ({
      name: each.trim(),
      type: 'viber' as const,
    }),
  );
  const [first, ...others] = alphanumeric;
  const inAnyOrder = [...others, ...numeric, ...viber]
    .map((candidate) => ({ candidate, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ candidate }) => candidate);
  const all = first ? [first, ...inAnyOrder] : inAnyOrder;
  const key = (each: CandidateName) => `${each.type} ${each.name.toLowerCase()}`;
  return [...new Map(all.toReversed().map((each) => [key(each), each])).values()].toReversed();
}
