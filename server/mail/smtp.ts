import { setTimeout as after } from 'node:timers/promises';
import { createTransport, type NodemailerError } from 'nodemailer';
import { MailError, type Mail, type MailFault } from '../notices/mail.ts';
import { parseMailbox } from './mailbox.ts';

/** How long a server may take, in milliseconds. */
export interface SmtpTimeouts {
  /** To be found and connected to. */
  connect: number;
  /** To greet, then to answer each command. */
  answer: number;
  /** For one message as a whole. */
  message: number;
}

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://...`, with nodemailer's options as its query. */
  url: string;
  /** The sender: `Acme SMS <billing@acme.example>`. */
  from: string;
  timeouts?: Partial<SmtpTimeouts>;
}

/**
 * Mail through an SMTP server. Each message takes a connection of its own, so that a server that
 * ends one concerns no other message.
 *
 * @throws RangeError when `from` is not one e-mail address
 * @example await smtpMail({ url: 'smtp://localhost:25', from: 'billing@acme.example' }).send(message)
 */
export function smtpMail({ url, from: sender, timeouts = {} }: SmtpOptions): Mail {
  const from = parseMailbox(sender);
  if (!from) throw new RangeError(`"${sender}" is not an e-mail address.`);
  const { connect = 10_000, answer = 30_000, message: whole = 60_000 } = timeouts;
  const transport = createTransport({
    url,
    dnsTimeout: connect,
    connectionTimeout: connect,
    greetingTimeout: answer,
    socketTimeout: answer,
    // The content is ours; it never names a file or an address to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const takesMail = () =>
    Promise.race([
      transport.verify().catch(() => false),
      // Its own timeouts begin anew with each byte.
      after(whole, false, { ref: false }),
    ]);
  return {
    async send({ to, subject, text, html, messageId }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          // Out-of-office replies stay away.
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(whole),
        });
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        throw new MailError(await faultOf(error, takesMail), error.message, { cause: error });
      }
    },
  };
}

async function faultOf(
  { code, command = '', permanent, responseCode }: NodemailerError,
  takesMail: () => Promise<boolean>,
): Promise<MailFault> {
  if (command === 'RCPT TO' || command === 'DATA') return permanent ? 'refused' : 'deferred';
  // An address or a message that cannot be sent at all: nodemailer did not even ask.
  if (!responseCode && (code === 'EENVELOPE' || code === 'EMESSAGE')) return 'refused';
  // It refuses the sender, the account or the greeting: that concerns every message.
  if (code === 'EAUTH' || (responseCode && command !== 'CONN')) return 'unavailable';
  // There is no connection, or it broke. If the server takes mail, it broke over this message.
  return (await takesMail()) ? 'deferred' : 'unavailable';
}
