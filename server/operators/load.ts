import mccMncList from 'mcc-mnc-list';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../schema/database.ts';

/**
 * Fills the reference tables of operators and countries from the package that follows the public
 * list. Codes that the list no longer has stay, because old messages still show their names.
 */
export async function loadOperators(db: Kysely<Database>): Promise<void> {
  const operators = new Map(
    [...mccMncList.all()]
      // A code may stand there several times: what is in use comes last and wins.
      .sort((a, b) => rank(a.status) - rank(b.status))
      .filter(({ mcc, mnc }) => /^\d{3}$/.test(mcc ?? '') && /^\d{2,3}$/.test(mnc ?? ''))
      .map(({ mcc, mnc, countryCode, brand, operator }) => [
        `${mcc}${mnc}`,
        // "GE-AB" and "BL/GF/GP" name parts of a country or several: the first is the best there is.
        { country: countryCode?.slice(0, 2) ?? 'ZZ', name: brand ?? operator ?? '' },
      ]),
  );
  const known = [...operators].filter(
    ([, { country, name }]) => /^[A-Z]{2}$/.test(country) && name !== '',
  );
  await sql`
    insert into operators (mcc_mnc, country, name)
    select * from unnest(${known.map(([code]) => code)}::text[],
      ${known.map(([, { country }]) => country)}::text[],
      ${known.map(([, { name }]) => name)}::text[])
    on conflict (mcc_mnc) do update set country = excluded.country, name = excluded.name`.execute(
    db,
  );
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  const codes = ALPHABET.flatMap((first) => ALPHABET.map((second) => `${first}${second}`)).filter(
    (code) => names.of(code) !== code && code !== 'ZZ',
  );
  await sql`
    insert into countries (code, name)
    select * from unnest(${codes}::text[], ${codes.map((code) => names.of(code) ?? code)}::text[])
    on conflict (code) do update set name = excluded.name`.execute(db);
}

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const rank = (status: string | null) => (status === 'Operational' ? 1 : 0);
