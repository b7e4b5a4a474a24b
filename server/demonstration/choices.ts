/** What the clients of the demonstration have in common with others; numbers are weights. */

/** The operator's brand sites, "number / domain". */
export const SITES = [
  ['1 / sms.example', 50],
  ['2 / viber.example', 20],
  ['3 / sms-pl.example', 15],
  ['4 / partners.sms.example', 10],
  ['5 / bulk.example', 5],
] as const;

/** How a client was won. */
type Acquisition = readonly [channel: string, source: string | null, referer: string | null];

export const ACQUISITIONS: readonly (readonly [Acquisition, number])[] = [
  [['Organic', 'google', 'https://www.google.com/'], 30],
  [['Organic', 'bing', 'https://www.bing.com/'], 6],
  [['Organic', 'duckduckgo', 'https://duckduckgo.com/'], 4],
  [['Paid search', 'google ads', 'https://www.google.com/'], 16],
  [['Paid search', 'microsoft ads', 'https://www.bing.com/'], 4],
  [['Referral', 'reviews.example', 'https://reviews.example/sms-gateways'], 9],
  [['Partner', 'crm.example', 'https://crm.example/integrations'], 9],
  [['Partner', 'shop-builder.example', 'https://shop-builder.example/apps'], 5],
  [['Social', 'linkedin', 'https://www.linkedin.com/'], 4],
  [['Social', 'facebook', 'https://www.facebook.com/'], 4],
  [['E-mail', 'newsletter', null], 3],
  [['Direct', null, null], 12],
  [['Staff', null, null], 3],
];

export const ACTIVITIES = [
  'Retail',
  'Online shop',
  'Banking and finance',
  'Insurance',
  'Health care',
  'Pharmacy',
  'Logistics and delivery',
  'Beauty salon',
  'Restaurants',
  'Education',
  'Travel',
  'Car service',
  'Real estate',
  'Public services',
  'Software',
  'Events',
];

export const TAGS = ['vip', 'reseller', 'api', 'codes', 'seasonal', 'pilot', 'needs call', 'bank'];

export const MANAGERS = [
  'olena.hnatiuk',
  'marek.pajak',
  'sabine.vogel',
  'taras.melnyk',
  'emma.reid',
  'helene.noel',
];

/** Prices of a message part by currency. */
export const SMS_PRICES: Readonly<Record<string, readonly string[]>> = {
  EUR: ['0.0352', '0.0410', '0.0485', '0.0525', '0.0690', '0.0745'],
  USD: ['0.0079', '0.0310', '0.0395', '0.0460', '0.0520'],
  UAH: ['0.82', '0.94', '1.05', '1.185', '1.32'],
  PLN: ['0.0650', '0.0790', '0.0890', '0.1125'],
  GBP: ['0.0290', '0.0345', '0.0380', '0.0425'],
};

export const VIBER_PRICES: Readonly<Record<string, string>> = {
  EUR: '0.0215',
  USD: '0.0180',
  UAH: '0.56',
  PLN: '0.0725',
  GBP: '0.0195',
};

/** Round amounts of money by currency, small ones first. */
export const ROUND_AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  EUR: ['10', '25', '50', '100', '250', '500'],
  USD: ['10', '25', '50', '100', '250', '500'],
  UAH: ['200', '500', '1000', '2000', '5000', '10000'],
  PLN: ['50', '100', '200', '500', '1000', '2000'],
  GBP: ['10', '20', '50', '100', '200', '500'],
};
