import type { Selectable } from 'kysely';
import type { ClientsTable } from '../../schema/database.ts';
import { createRandom, type Random } from '../traffic/random.ts';
import { mobileNumber } from '../traffic/mobile-number.ts';
import { businessName, type BusinessName, type PropertyType } from './business-name.ts';
import type { Calendar } from './calendar.ts';
import { ACQUISITIONS, ACTIVITIES, MANAGERS, SITES, SMS_PRICES, TAGS } from './choices.ts';
import { clientState } from './client-state.ts';
import { COUNTRIES } from './countries.ts';
import type { Role } from './roles.ts';

/** A client with all that the rest of the demonstration asks about it. */
export interface DemoClient {
  id: number;
  role: Role;
  name: BusinessName;
  row: Omit<Selectable<ClientsTable>, 'loginAttemptsLimit' | 'version' | 'searchText'>;
}

/** The profile of client `id`, always the same but for the dates. */
export function demoClient(id: number, role: Role, calendar: Calendar): DemoClient {
  const random = createRandom('client', id);
  const country = random.weighted(COUNTRIES.map((each) => [each, each.weight] as const));
  const { city, region, timeZone } = random.pick(country.cities);
  const propertyType = random.weighted(PROPERTY_TYPES);
  const name = businessName(country.code, propertyType, random);
  const domain = `${name.latin.join('-').toLowerCase()}.example`;
  const [channel, channelSource, referer] = random.weighted(ACQUISITIONS);
  const currency = random.chance(0.85) ? country.currencies[0] : random.pick(country.currencies);
  const email = `${random.pick(['office', 'info', 'hello', 'mail'])}@${domain}`;
  return {
    id,
    role,
    name,
    row: {
      clientId: id,
      login: mobileNumber(country.code, random).slice(1),
      company: name.company,
      name: name.person,
      email,
      notificationEmail: maybe(random, 0.25, `notices@${domain}`),
      accountingEmail: maybe(random, 0.6, `accounting@${domain}`),
      site: random.weighted(SITES),
      website: propertyType === 'individual' ? null : maybe(random, 0.75, `https://www.${domain}`),
      country: country.code,
      region,
      city,
      language: country.language,
      timeZone,
      activity: maybe(random, 0.85, random.pick(ACTIVITIES)),
      propertyType,
      postalAddress: `${country.street.replace('*', String(random.integer(1, 180)))}, ${city}`,
      channel,
      channelSource,
      referer,
      smsPrice: random.pick(SMS_PRICES[currency] ?? []),
      currency,
      managerId: maybe(random, 0.7, random.pick(MANAGERS)),
      tags: TAGS.filter(() => random.chance(0.08)),
      ...clientState(id, role, calendar, random),
    },
  };
}

const PROPERTY_TYPES = [
  ['legal_entity', 68],
  ['entrepreneur', 24],
  ['individual', 8],
] as const satisfies readonly (readonly [PropertyType, number])[];

function maybe(random: Random, probability: number, value: string): string | null {
  return random.chance(probability) ? value : null;
}
