export { clients } from './clients/index.ts';
export { clientsEnglishMessages } from './i18n/english.ts';
