export { topUpRequests } from './approvals/index.ts';
export { clients } from './clients/index.ts';
export { clientsEnglishMessages } from './i18n/english.ts';
export { notices } from './notices/index.ts';
