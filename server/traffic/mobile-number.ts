import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/mobile';
import examples from 'libphonenumber-js/mobile/examples';
import type { Random } from './random.ts';

/** How numbers of a country begin: its calling code and the first digits that mobiles have. */
interface Numbering {
  beginnings: string[];
  /** Digits that follow a beginning. */
  rest: number;
}

const numberings = new Map<string, Numbering>();

/** Whether `mobileNumber` can make numbers of a country: `hasMobileNumbers('ZZ')` is false. */
export function hasMobileNumbers(country: string): boolean {
  return isSupportedCountry(country) && country in examples;
}

/**
 * A mobile number in E.164 that phone libraries hold for a valid one of this very country.
 *
 * @example mobileNumber('UA', random) // '+380671234567'
 */
export function mobileNumber(country: string, random: Random): string {
  const { beginnings, rest } = numberingOf(country);
  for (;;) {
    const end = String(random.integer(0, 10 ** rest - 1)).padStart(rest, '0');
    const number = `${random.pick(beginnings)}${end}`;
    if (isMobile(number, country)) return number;
  }
}

function numberingOf(country: string): Numbering {
  let numbering = numberings.get(country);
  if (!numbering) {
    if (!hasMobileNumbers(country)) throw new RangeError(`No mobile numbers of ${country}.`);
    const example = String(examples[country as CountryCode]);
    const code = getCountryCallingCode(country as CountryCode);
    const beginnings = Array.from({ length: 1000 }, (_, start) => start)
      .map((start) => `+${code}${String(start).padStart(3, '0')}`)
      .filter((beginning) => isMobile(`${beginning}${example.slice(3)}`, country));
    numbering = { beginnings, rest: example.length - 3 };
    numberings.set(country, numbering);
  }
  return numbering;
}

function isMobile(number: string, country: string): boolean {
  const parsed = parsePhoneNumberFromString(number);
  // The parser forgives a national 0 after the calling code; such a text is no E.164.
  return parsed?.country === country && parsed.number === number && parsed.isValid();
}
