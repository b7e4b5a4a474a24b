import type { BackgroundJob } from './background.ts';
import { endLimits } from './credit-limits/end.ts';
import { deleteExpiredExports } from './exports/store.ts';
import type { Log } from './environment.ts';
import { smtpMail } from './mail/smtp.ts';
import { expireReservations } from './messages/expire-reservations.ts';
import { deliverNotices } from './notices/deliver.ts';
import { forgetOldKeys } from './rest/idempotency.ts';
import type { Settings } from './settings.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What a server does beside answering requests. Several servers may do it at once. */
export function backgroundJobs(settings: Settings, log: Log): BackgroundJob[] {
  const staffCopies = settings.STAFF_EMAIL !== undefined;
  return [
    {
      name: 'end credit limits',
      every: 5 * SECOND,
      run: (db) => endLimits(db, { staffCopies }),
    },
    {
      name: 'expire reservations',
      every: MINUTE,
      run: async (db, signal) => {
        while (!signal.aborted && (await expireReservations(db, { staffCopies })) > 0);
      },
    },
    { name: 'delete expired exports', every: MINUTE, run: deleteExpiredExports },
    { name: 'forget old keys', every: 60 * MINUTE, run: forgetOldKeys },
    ...noticeJobs(settings, log),
  ];
}

/** Without a mail server the notices wait, and can be seen waiting. */
function noticeJobs(settings: Settings, log: Log): BackgroundJob[] {
  const { SMTP_URL, MAIL_FROM, STAFF_EMAIL, STAFF_LANGUAGE } = settings;
  if (!SMTP_URL || !MAIL_FROM) return [];
  const mail = smtpMail({ url: SMTP_URL, from: MAIL_FROM });
  return [
    {
      name: 'deliver notices',
      every: 3 * SECOND,
      run: async (db, signal) => {
        const staff = { staffEmail: STAFF_EMAIL, staffLanguage: STAFF_LANGUAGE };
        const { sent, failed, unavailable } = await deliverNotices(db, mail, { signal, ...staff });
        // Not what the mail server said: there may be addresses in it. The notices tell.
        if (unavailable !== null) log.error({}, 'No mail gets through: see the pending notices');
        if (failed > 0) log.error({ failed }, 'Notices could not be delivered');
        if (sent > 0) log.info({ sent }, 'Notices were sent');
      },
    },
  ];
}
