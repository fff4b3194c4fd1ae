import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform';

/** One thing that must hold for the API to be of use; detail says how it is, or why not. */
export interface HealthCheck {
  name: string;
  ok: boolean;
  detail: string;
}

const PATIENCE_MS = 3000;
// A queue that nobody has taken from for this long has no worker behind it.
const LAG_SECONDS = 300;

/** Looks whether the API can do its work now. Answers within three seconds, whatever hangs. */
@Injectable()
export class Health {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  checks(): Promise<HealthCheck[]> {
    return Promise.all([
      this.check('database', () => this.database()),
      this.check('migrations', () => this.migrations()),
      this.check('queue', () => this.queue()),
    ]);
  }

  private async check(
    name: string,
    look: () => Promise<{ ok: boolean; detail: string }>,
  ): Promise<HealthCheck> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<{ ok: boolean; detail: string }>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, {
        ok: false,
        detail: `no answer within ${PATIENCE_MS / 1000} s`,
      });
    });
    try {
      return { name, ...(await Promise.race([look(), late])) };
    } catch (error) {
      // Only the kind of failure: addresses and names of users stay inside.
      return { name, ok: false, detail: `fails (${(error as { code?: string }).code ?? 'error'})` };
    } finally {
      clearTimeout(timer);
    }
  }

  private async database() {
    const began = performance.now();
    await this.dataSource.query('select 1');
    return { ok: true, detail: `answers in ${Math.round(performance.now() - began)} ms` };
  }

  private async migrations() {
    const [{ applied }] = await this.dataSource.query('select count(*)::int as applied from migration');
    const missing = this.dataSource.migrations.length - applied;
    return {
      ok: missing <= 0,
      detail: missing <= 0 ? `${applied} applied` : `${missing} are missing: npm run migrate`,
    };
  }

  private async queue() {
    const [{ since }]: [{ since: Date | null }] = await this.dataSource.query(
      `select min(greatest(created_on, start_after)) as since from pgboss.job where state in ('created', 'retry') and start_after <= now()`,
    );
    const seconds = since
      ? Math.max(0, Math.round((this.clock.now().getTime() - since.getTime()) / 1000))
      : 0;
    return {
      ok: seconds <= LAG_SECONDS,
      detail: since ? `oldest waiting job: ${seconds} s` : 'nothing is waiting',
    };
  }
}
