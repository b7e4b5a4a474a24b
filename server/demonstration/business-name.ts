import type { Random } from '../traffic/random.ts';
import { BUSINESSES } from './businesses.ts';
import { PEOPLE } from './people.ts';

export type PropertyType = 'legal_entity' | 'individual' | 'entrepreneur';

/** What a client is called. */
export interface BusinessName {
  /** Empty for individuals, who have no company. */
  company: string;
  person: string;
  /** The brand as people write it: `Ватра`. */
  brand: string;
  /** Brand and trade in Latin letters: `['Vatra', 'Farm']`. */
  latin: readonly [brand: string, trade: string];
}

/** `businessName('UA', 'entrepreneur', random).company` is `ФОП Гнатюк Олена`, say. */
export function businessName(country: string, type: PropertyType, random: Random): BusinessName {
  const people = PEOPLE[country];
  const businesses = BUSINESSES[country];
  if (!people || !businesses) throw new RangeError(`There are no names for ${country}.`);
  const brand = random.pick(businesses.brands);
  const trade = random.pick(businesses.trades);
  const first = random.pick(people.first);
  const last = random.pick(people.last);
  const filled = (forms: readonly string[], name: string) =>
    random.pick(forms).replace('*', () => name);
  const long = random.chance(0.05);
  const company = {
    individual: () => '',
    // Registers have the surname first.
    entrepreneur: () => filled(businesses.soleForms, `${last} ${first}`),
    legal_entity: () =>
      long
        ? filled(businesses.longForms, brand.text)
        : filled(businesses.forms, `${brand.text} ${trade.text}`),
  }[type]();
  return {
    company,
    person: `${first} ${last}`,
    brand: brand.text,
    latin: [brand.latin, trade.latin],
  };
}
