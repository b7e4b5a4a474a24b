export { createApp } from './app.ts';
export { openEmbedded } from './databases/embedded.ts';
export { checkMigrated, DatabaseUnusable, migrate } from './databases/migrate.ts';
export { openPostgres } from './databases/postgres.ts';
export type { AppOptions, Log, Principal } from './environment.ts';
