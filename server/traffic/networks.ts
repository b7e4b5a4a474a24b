import mccMncList from 'mcc-mnc-list';

const SHARES = [40, 30, 20, 10];
const known = new Map<string, readonly (readonly [string, number])[]>();

/**
 * The codes of a country's largest mobile networks with their shares: networks in operation, one
 * code for each brand. The list tells no sizes, but a large network has many frequency bands.
 *
 * @example networksOf('UA') // [['25503', 40], ['25501', 30], ['25506', 20], ...]
 */
export function networksOf(country: string): readonly (readonly [code: string, share: number])[] {
  let networks = known.get(country);
  if (!networks) {
    networks = largest(country).map((code, rank) => [code, SHARES[rank] ?? 0] as const);
    known.set(country, networks);
  }
  return networks;
}

function largest(country: string): string[] {
  const brands = new Map<string, { code: string; bands: number }>();
  for (const network of mccMncList.filter({ countryCode: country, statusCode: 'Operational' })) {
    const code = `${network.mcc}${network.mnc}`;
    // A code that stands in the list of two countries would not tell which one.
    const shared = mccMncList.filter({ mcc: network.mcc, mnc: network.mnc }).length > 1;
    if (!network.brand || shared || !/^\d{5,6}$/.test(code)) continue;
    const bands = (network.bands ?? '').split('/').length;
    if (bands > (brands.get(network.brand)?.bands ?? 0)) brands.set(network.brand, { code, bands });
  }
  return [...brands.values()]
    .sort((a, b) => b.bands - a.bands || (a.code < b.code ? -1 : 1))
    .slice(0, SHARES.length)
    .map(({ code }) => code);
}
