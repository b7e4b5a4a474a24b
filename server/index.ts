export { createApp } from './app.ts';
export { openEmbedded } from './databases/embedded.ts';
export { checkMigrated, DatabaseUnusable, migrate } from './databases/migrate.ts';
export { openPostgres } from './databases/postgres.ts';
export type { AppOptions, Log, Principal } from './environment.ts';
export { smtpMail, type SmtpOptions } from './mail/smtp.ts';
export { deliverNotices, type DeliveryOptions, type DeliveryRound } from './notices/deliver.ts';
export { MailError, type Mail, type MailMessage } from './notices/mail.ts';
