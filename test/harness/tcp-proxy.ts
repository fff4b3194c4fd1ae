import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire to a server that can be cut, clogged and mended, as networks and machines are. */
export class TcpProxy {
  private readonly pairs = new Set<[Socket, Socket]>();
  private state: 'open' | 'cut' | 'clogged' = 'open';

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** Listens on a loopback port of its own. */
  static async to(host: string, port: number): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new TcpProxy(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => proxy.join(near, connect(port, host)));
    return proxy;
  }

  /** Ends every connection, and each new one at once. */
  cut(): void {
    this.state = 'cut';
    for (const pair of this.pairs) for (const end of pair) end.resetAndDestroy();
  }

  /** Keeps every connection, and lets no byte through. */
  clog(): void {
    this.state = 'clogged';
    for (const pair of this.pairs) for (const end of pair) end.pause();
  }

  /** Lets everything through again. */
  mend(): void {
    this.state = 'open';
    for (const pair of this.pairs) for (const end of pair) end.resume();
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private join(near: Socket, far: Socket): void {
    if (this.state === 'cut') {
      near.resetAndDestroy();
      far.destroy();
      return;
    }
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    for (const [from, to] of [pair, [far, near]] as const) {
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.pairs.delete(pair);
        to.destroy();
      });
      if (this.state === 'clogged') from.pause();
    }
  }
}
