import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface LossyProxy {
  /** The same database, reached through the proxy. */
  url: string;
  /**
   * From now on the connection is cut when the server sends something after it was sent these
   * words: what they asked for has been done, but nobody learns of it.
   */
  loseAnswerTo: (words: string | null) => void;
  close: () => Promise<void>;
}

/** Stands between a program and its PostgreSQL, and can lose an answer on the way back. */
export async function startLossyProxy(databaseUrl: string): Promise<LossyProxy> {
  const target = new URL(databaseUrl);
  let words: string | null = null;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    let asked = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (bytes) => {
      asked ||= words !== null && bytes.includes(words);
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (asked) client.destroy();
      else client.write(bytes);
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    loseAnswerTo: (next) => {
      words = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
