import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Received {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** What a receiver answers; a number is a status without a body. */
export type Reply = number | { status: number; json: unknown; headers?: Record<string, string> };

/** A local HTTP server that remembers what it was sent and answers as it is told. */
export class Receiver {
  private constructor(
    private readonly server: Server,
    readonly url: string,
    readonly received: readonly Received[],
  ) {}

  static async listen(reply: (request: Received, count: number) => Reply = () => 204): Promise<Receiver> {
    const received: Received[] = [];
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString();
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      received.push(one);
      const answer = reply(one, received.length);
      if (typeof answer === 'number') {
        response.writeHead(answer).end();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.json));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Receiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
