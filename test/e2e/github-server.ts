import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery that the fake GitHub remembers. */
export interface FakeDelivery {
  id: number;
  guid: string;
  event: string;
  payload: object;
}

/** GitHub's REST API as far as we call it, on a local port: paging, remembered deliveries, issues, secondary limits. */
export class GithubServer {
  readonly deliveries: FakeDelivery[] = [];
  readonly issues = new Map<number, Record<string, unknown>>();
  /** The next so many requests are refused with the secondary rate limit. */
  limited = 0;
  requests = 0;
  private server: Server;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      this.requests++;
      const url = new URL(request.url ?? '/', 'http://localhost');
      const [status, body, headers] = this.answer(url);
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private answer(url: URL): [number, unknown, Record<string, string>?] {
    if (this.limited > 0) {
      this.limited--;
      return [403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '1' }];
    }
    const path = url.pathname.replace('/repos/acme/shop', '');
    const one = /^\/hooks\/1\/deliveries\/(\d+)$/.exec(path);
    if (one) {
      const delivery = this.deliveries.find(({ id }) => id === Number(one[1]));
      return delivery
        ? [200, { ...this.shown(delivery), request: { headers: {}, payload: delivery.payload } }]
        : notFound();
    }
    if (path === '/hooks/1/deliveries')
      return this.page(
        url,
        [...this.deliveries].reverse().map((delivery) => this.shown(delivery)),
      );
    if (path === '/issues') {
      const since = url.searchParams.get('since') ?? '';
      return this.page(
        url,
        [...this.issues.values()].filter((issue) => String(issue.updated_at) >= since),
      );
    }
    const issue = this.issues.get(Number(/^\/issues\/(\d+)$/.exec(path)?.[1]));
    return issue ? [200, issue] : notFound();
  }

  private shown({ id, guid, event }: FakeDelivery) {
    return {
      id,
      guid,
      event,
      delivered_at: new Date().toISOString(),
      redelivery: false,
      status: 'OK',
      status_code: 200,
    };
  }

  // Small pages, so that every list takes several.
  private page(url: URL, rows: unknown[]): [number, unknown, Record<string, string>] {
    const size = 7;
    const from = Number(url.searchParams.get('cursor') ?? '0');
    const next = new URL(url);
    next.searchParams.set('cursor', String(from + size));
    const port = (this.server.address() as AddressInfo).port;
    const link =
      from + size < rows.length
        ? { link: `<http://127.0.0.1:${port}${next.pathname}${next.search}>; rel="next"` }
        : {};
    return [200, rows.slice(from, from + size), link as Record<string, string>];
  }
}

const notFound = (): [number, unknown] => [404, { message: 'Not Found' }];
