import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import { mergeTranslations } from 'react-admin';
import { clientsEnglishMessages } from '../index.ts';
import { consoleEnglishMessages } from './english.ts';

const messages = mergeTranslations(englishMessages, clientsEnglishMessages, consoleEnglishMessages);

/** English: react-admin's own words, the plugin's and the console's. */
export const i18nProvider = polyglotI18nProvider(() => messages, 'en');
