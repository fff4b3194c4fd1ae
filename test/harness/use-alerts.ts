import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll } from 'vitest';
import {
  AlertChannels,
  Alerts,
  AuditTrail,
  alertJobs,
  type Clock,
  createBoss,
  EventBus,
  Jobs,
  prepareQueues,
  SecretBox,
  TimeOrderedIds,
} from '#platform';

/** The alerts of a database with their channels, jobs and events, from the first test to the last. */
export function useAlerts(
  db: { readonly url: string },
  clock: Clock,
): {
  readonly alerts: Alerts;
  readonly channels: AlertChannels;
  readonly boss: PgBoss;
  readonly bus: EventBus;
} {
  let boss: PgBoss;
  let bus: EventBus;
  let alerts: Alerts;
  let channels: AlertChannels;
  beforeAll(async () => {
    boss = createBoss(db.url, 'client');
    await boss.start();
    await prepareQueues(boss, alertJobs);
    bus = new EventBus(db.url);
    const jobs = new Jobs(boss);
    const ids = new TimeOrderedIds();
    const audit = new AuditTrail(clock);
    channels = new AlertChannels(jobs, new SecretBox(['k'.repeat(32)]), audit, clock, ids);
    alerts = new Alerts(jobs, bus, channels, clock, ids, audit);
  });
  afterAll(async () => {
    await bus.close();
    await boss.stop({ graceful: false });
  });
  return {
    get alerts() {
      return alerts;
    },
    get channels() {
      return channels;
    },
    get boss() {
      return boss;
    },
    get bus() {
      return bus;
    },
  };
}
