import pg from 'pg';

const PING_MS = 15_000;
const BACKOFF_MS = [100, 250, 500, 1000, 2000, 5000];

/** What a listener tells. onGap: the connection was cut and is back; events in between are lost. */
export interface ListenerEvents {
  onMessage(payload: string): void;
  onGap(): void;
}

/** One dedicated connection that listens, notices its own death by a ping, and comes back. */
export class EventListener {
  private client: pg.Client | null = null;
  private opening: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private failures = 0;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly events: ListenerEvents,
  ) {}

  /** Resolves once events arrive; opens the connection on the first call. */
  ready(): Promise<void> {
    if (this.client) return Promise.resolve();
    this.opening ??= this.open().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'untoil-events',
      keepAlive: true,
    });
    client.on('notification', (message) => this.events.onMessage(message.payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    await client.connect();
    await client.query(`listen ${this.channel}`);
    this.client = client;
    this.failures = 0;
    this.ping(client);
  }

  private ping(client: pg.Client): void {
    this.timer = setTimeout(() => {
      client.query('select 1').then(
        () => this.client === client && this.ping(client),
        () => this.lost(client),
      );
    }, PING_MS);
    this.timer.unref();
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    this.reopen();
  }

  private reopen(): void {
    const wait = BACKOFF_MS[Math.min(this.failures++, BACKOFF_MS.length - 1)] ?? 5000;
    this.timer = setTimeout(() => {
      this.ready().then(
        () => this.events.onGap(),
        () => !this.closed && this.reopen(),
      );
    }, wait);
  }
}
