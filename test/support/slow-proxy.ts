/** A network between the bot and its PostgreSQL that can be slow, stand still or break. */
import { connect, createServer, type Socket } from 'node:net';

export type Proxy = {
  /** The store's address by way of this network. */
  url: string;
  /** Added to everything, in both directions. */
  delayMs: number;
  /** Nothing passes, nothing is refused. */
  stalled: boolean;
  /** Breaks every connection there is. */
  cut(): void;
  stop(): Promise<void>;
};

export async function startProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  const [host, port] = [target.hostname, Number(target.port)];
  const open = new Set<Socket>();
  const pass = (from: Socket, to: Socket) => {
    // Pieces keep their order: each waits for the one before.
    let before = Promise.resolve();
    from.on('data', (piece) => {
      before = before.then(async () => {
        if (proxy.delayMs > 0) await new Promise((wake) => setTimeout(wake, proxy.delayMs));
        while (proxy.stalled && !to.destroyed) await new Promise((wake) => setTimeout(wake, 20));
        if (!to.destroyed) to.write(piece);
      });
    });
    from.on('close', () => void before.then(() => to.destroy()));
    from.on('error', () => to.destroy());
  };
  const server = createServer((client) => {
    const upstream = connect(port, host);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    pass(client, upstream);
    pass(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  target.port = String(typeof address === 'object' && address ? address.port : 0);
  const proxy: Proxy = {
    url: target.href,
    delayMs: 0,
    stalled: false,
    cut() {
      for (const socket of open) socket.destroy();
    },
    async stop() {
      proxy.stalled = false;
      proxy.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
