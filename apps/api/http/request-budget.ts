import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, CONFIG, type Config, LOG, type Log, Transactions } from '#platform';

const FLUSH_MS = 1000;
const MINUTE_MS = 60_000;

interface Window {
  minute: number;
  /** Counted here and not yet told to the others. */
  own: number;
  /** What all processes together had counted at the last flush, this one included. */
  all: number;
}

/**
 * Counts requests for each token or account over fixed minutes. Counting is in memory; once a second the processes
 * add their counts in the database, so that the limit holds across replicas and restarts at the price of one second.
 */
@Injectable()
export class RequestBudget implements OnApplicationShutdown {
  private readonly windows = new Map<string, Window>();
  private readonly perMinute: number;
  private timer: NodeJS.Timeout | null = null;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(LOG) private readonly log: Log,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {
    this.perMinute = config.ratePerMinute;
  }

  /** Counts one request: 0 when it may go on, else the seconds until the next minute. */
  spend(key: string): number {
    const now = this.clock.now().getTime();
    const minute = Math.floor(now / MINUTE_MS);
    const window = this.windowOf(key, minute);
    if (window.all + window.own >= this.perMinute) return Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000);
    window.own++;
    this.timer ??= setTimeout(() => this.later(), FLUSH_MS).unref();
    return 0;
  }

  /** Tells the database now what was counted since the last time. */
  async flush(): Promise<void> {
    const spent = [...this.windows].filter(([, window]) => window.own > 0);
    if (spent.length === 0) return;
    const told = spent.map(([key, window]) => ({ key, minute: window.minute, own: window.own, window }));
    const rows: { key: string; minute: string; requests: number }[] = await this.transactions.read.query(
      `insert into request_window (key, minute, requests)
       select * from unnest($1::text[], $2::bigint[], $3::int[])
       on conflict (key, minute) do update set requests = request_window.requests + excluded.requests
       returning key, minute, requests`,
      [told.map(({ key }) => key), told.map(({ minute }) => minute), told.map(({ own }) => own)],
    );
    for (const { key, minute, own, window } of told) {
      if (window.minute !== minute) continue;
      window.own -= own;
      window.all = rows.find((row) => row.key === key)?.requests ?? window.all + own;
    }
    await this.forgetOld(Math.floor(this.clock.now().getTime() / MINUTE_MS));
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.flushing;
  }

  private windowOf(key: string, minute: number): Window {
    const before = this.windows.get(key);
    if (before && before.minute === minute) return before;
    const fresh = { minute, own: 0, all: 0 };
    this.windows.set(key, fresh);
    return fresh;
  }

  private later(): void {
    this.timer = null;
    this.flushing = this.flush().catch((error: unknown) => this.log.warn({ err: error }, 'request budget'));
  }

  private async forgetOld(minute: number): Promise<void> {
    for (const [key, window] of this.windows) if (window.minute < minute) this.windows.delete(key);
    await this.transactions.read.query('delete from request_window where minute < $1', [minute - 1]);
  }
}
