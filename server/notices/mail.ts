/** A notice as it leaves. */
export interface MailMessage {
  /** One bare address: `ann@acme.example`. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** A UUID, the same in every attempt, by which a receiver can drop a second copy. */
  messageId: string;
}

/** What sends mail: SMTP on Node, or whatever a host brings. */
export interface Mail {
  /**
   * Resolves when the message has been handed over for good.
   *
   * @throws MailError when it has not, or when nobody can tell
   */
  send(message: MailMessage): Promise<void>;
}

/**
 * What went wrong:
 * - `refused`: this message will never be taken, for instance because there is no such mailbox;
 * - `deferred`: this message was not taken now, or the connection broke and it may have been;
 * - `unavailable`: no message would be taken now, whatever it says and whoever it is for.
 */
export type MailFault = 'refused' | 'deferred' | 'unavailable';

/** A message that was not sent. Its text is shown to staff. */
export class MailError extends Error {
  readonly fault: MailFault;

  constructor(fault: MailFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
