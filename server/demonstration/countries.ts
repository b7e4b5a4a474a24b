/** A country that clients of the demonstration live in. */
export interface DemoCountry {
  code: string;
  /** How many of the clients live there, as a weight. */
  weight: number;
  language: string;
  /** `*` is the number of the house. */
  street: string;
  /** What its clients pay in, the usual one first. */
  currencies: readonly [usual: string, ...others: string[]];
  cities: readonly { city: string; region: string; timeZone: string }[];
}

/** `cities('Europe/Kyiv', 'Львів: Львівська область; ...')` */
function cities(timeZone: string, text: string): DemoCountry['cities'] {
  return text.split(';').map((each) => {
    const [city = '', region = ''] = each.split(':').map((part) => part.trim());
    return { city, region, timeZone };
  });
}

export const COUNTRIES: readonly DemoCountry[] = [
  {
    code: 'UA',
    weight: 34,
    language: 'uk',
    street: 'вул. Шевченка, *',
    currencies: ['UAH', 'USD', 'EUR'],
    cities: cities(
      'Europe/Kyiv',
      `Київ: Київ; Львів: Львівська область; Одеса: Одеська область; Харків: Харківська область;
      Дніпро: Дніпропетровська область; Вінниця: Вінницька область; Ужгород: Закарпатська область;
      Чернівці: Чернівецька область; Івано-Франківськ: Івано-Франківська область`,
    ),
  },
  {
    code: 'PL',
    weight: 17,
    language: 'pl',
    street: 'ul. Długa *',
    currencies: ['PLN', 'EUR'],
    cities: cities(
      'Europe/Warsaw',
      `Warszawa: mazowieckie; Kraków: małopolskie; Łódź: łódzkie; Wrocław: dolnośląskie;
      Poznań: wielkopolskie; Gdańsk: pomorskie; Rzeszów: podkarpackie; Białystok: podlaskie`,
    ),
  },
  {
    code: 'DE',
    weight: 13,
    language: 'de',
    street: 'Bahnhofstraße *',
    currencies: ['EUR'],
    cities: cities(
      'Europe/Berlin',
      `Berlin: Berlin; München: Bayern; Köln: Nordrhein-Westfalen; Düsseldorf: Nordrhein-Westfalen;
      Hamburg: Hamburg; Leipzig: Sachsen; Lübeck: Schleswig-Holstein; Nürnberg: Bayern`,
    ),
  },
  {
    code: 'FR',
    weight: 8,
    language: 'fr',
    street: '* rue de la République',
    currencies: ['EUR'],
    cities: cities(
      'Europe/Paris',
      `Paris: Île-de-France; Lyon: Auvergne-Rhône-Alpes; Besançon: Bourgogne-Franche-Comté;
      Saint-Étienne: Auvergne-Rhône-Alpes; Nîmes: Occitanie; Orléans: Centre-Val de Loire`,
    ),
  },
  {
    code: 'GB',
    weight: 8,
    language: 'en',
    street: '* High Street',
    currencies: ['GBP', 'USD'],
    cities: cities(
      'Europe/London',
      `London: England; Leeds: England; Bristol: England; Edinburgh: Scotland; Cardiff: Wales;
      Belfast: Northern Ireland`,
    ),
  },
  {
    code: 'US',
    weight: 5,
    language: 'en',
    street: '* Main Street',
    currencies: ['USD'],
    cities: [
      ...cities('America/New_York', 'New York: New York; Boston: Massachusetts'),
      ...cities('America/Chicago', 'Chicago: Illinois; Austin: Texas'),
      ...cities('America/Los_Angeles', 'Portland: Oregon'),
    ],
  },
  {
    code: 'ES',
    weight: 4,
    language: 'es',
    street: 'Calle Mayor, *',
    currencies: ['EUR'],
    cities: cities(
      'Europe/Madrid',
      'Madrid: Madrid; Málaga: Andalucía; A Coruña: Galicia; Logroño: La Rioja',
    ),
  },
  {
    code: 'IT',
    weight: 3,
    language: 'it',
    street: 'Via Garibaldi, *',
    currencies: ['EUR'],
    cities: cities('Europe/Rome', 'Milano: Lombardia; Forlì: Emilia-Romagna; Bari: Puglia'),
  },
  {
    code: 'LT',
    weight: 3,
    language: 'lt',
    street: 'Gedimino pr. *',
    currencies: ['EUR'],
    cities: cities('Europe/Vilnius', 'Vilnius: Vilniaus apskritis; Šiauliai: Šiaulių apskritis'),
  },
  {
    code: 'GR',
    weight: 2,
    language: 'el',
    street: 'Οδός Ερμού *',
    currencies: ['EUR'],
    cities: cities('Europe/Athens', 'Αθήνα: Αττική; Θεσσαλονίκη: Κεντρική Μακεδονία'),
  },
  {
    code: 'GE',
    weight: 2,
    language: 'ka',
    street: 'რუსთაველის გამზ. *',
    currencies: ['USD', 'EUR'],
    cities: cities('Asia/Tbilisi', 'თბილისი: თბილისი; ბათუმი: აჭარა'),
  },
  {
    code: 'KZ',
    weight: 1,
    language: 'kk',
    street: 'Абай даңғылы, *',
    currencies: ['USD'],
    cities: cities('Asia/Almaty', 'Алматы: Алматы; Қарағанды: Қарағанды облысы'),
  },
];
