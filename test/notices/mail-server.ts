import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/**
 * What the server does to a connection or to a mail: an answer of a code at a step, or no answer
 * after the whole mail has arrived, because the connection drops or hangs.
 */
export type Fault =
  | { at: 'connect' | 'mail' | 'rcpt' | 'data'; code: number }
  | 'drop after data'
  | 'hang after data'
  | 'hang at connect';

/** A real SMTP server with faults to order. */
export interface MailServer {
  url: string;
  /** Every mail whose content arrived, also those that were then dropped or refused. */
  arrived: ParsedMail[];
  /** Of these the ones that the server said it has taken. */
  taken: ParsedMail[];
  /** Every recipient that was asked for. */
  recipients: string[];
  /** Connections so far. */
  connections: () => number;
  /** Decides about each mail by its recipient; faults at `connect` and `mail` get an empty one. */
  fault: (recipient: string) => Fault | undefined;
  /** Off: connections are refused. On again: on the same port. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  let server: SMTPServer | undefined;
  let port = 0;
  let connections = 0;
  const mails: MailServer = {
    url: '',
    arrived: [],
    taken: [],
    recipients: [],
    connections: () => connections,
    fault: () => undefined,
    start: async () => {
      server = createServer(mails, () => (connections += 1));
      const listening = server.listen(port, '127.0.0.1');
      await once(listening, 'listening');
      port = (listening.address() as AddressInfo).port;
      mails.url = `smtp://127.0.0.1:${port}`;
    },
    stop: () => new Promise((resolve) => (server ? server.close(resolve) : resolve())),
  };
  await mails.start();
  return mails;
}

function createServer(mails: MailServer, connected: () => void): SMTPServer {
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onConnect(_session, callback) {
      connected();
      const fault = mails.fault('');
      if (fault !== 'hang at connect') callback(answer(fault, 'connect'));
    },
    onMailFrom(_address, _session, callback) {
      callback(answer(mails.fault(''), 'mail'));
    },
    onRcptTo({ address }, _session, callback) {
      mails.recipients.push(address);
      callback(answer(mails.fault(address), 'rcpt'));
    },
    onData(stream, session, callback) {
      simpleParser(stream, {}, (error, mail) => {
        if (error || !mail) return callback(error ?? new Error('no mail'));
        const fault = mails.fault(session.envelope.rcptTo[0]?.address ?? '');
        mails.arrived.push(mail);
        if (fault === 'drop after data') return void sockets.get(session.remotePort)?.destroy();
        if (fault === 'hang after data') return undefined;
        const refusal = answer(fault, 'data');
        if (!refusal) mails.taken.push(mail);
        return callback(refusal);
      });
    },
  });
  server.server.on('connection', (socket) => sockets.set(socket.remotePort ?? 0, socket));
  // Clients that give up are part of the game.
  server.on('error', () => undefined);
  return server;
}

function answer(fault: Fault | undefined, at: 'connect' | 'mail' | 'rcpt' | 'data') {
  if (typeof fault !== 'object' || fault.at !== at) return null;
  return Object.assign(new Error(`scripted at ${at}`), { responseCode: fault.code });
}
