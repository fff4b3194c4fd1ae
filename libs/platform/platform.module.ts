import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { AlertChannels } from './alerts/alert-channels.js';
import { Alerts } from './alerts/alerts.js';
import { ChannelTest } from './alerts/channel-test.js';
import { NoticeSender } from './alerts/notice/notice-sender.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditTrail } from './audit/audit-trail.js';
import { CONFIG, type Config } from './config/config.js';
import { createDataSource, type DatabaseShape } from './database/data-source.js';
import { Transactions } from './database/transactions.js';
import { EventBus } from './events/event-bus.js';
import { Idempotency } from './idempotency/idempotency.js';
import { createBoss, prepareQueues } from './jobs/boss.js';
import type { JobContract } from './jobs/job-contract.js';
import { Jobs } from './jobs/jobs.js';
import { LOG, type Log } from './log/log.js';
import { Mailer } from './mail/mailer.js';
import { Retention } from './retention/retention.js';
import { Samples } from './sample/samples.js';
import { SecretBox } from './secret/secret-box.js';
import { secretKey } from './secret/secret-key.js';
import { ObjectStore } from './storage/object-store.js';
import { openObjectStore } from './storage/open-object-store.js';
import { Clock, SystemClock } from './time/clock.js';
import { Ids, TimeOrderedIds } from './time/ids.js';

/** Injection tokens that are no classes. */
export const BOSS = 'untoil:boss';
export const CONTRACTS = 'untoil:contracts';

/** What a process is made of; the same libs serve the API and the worker. */
export interface PlatformParts {
  config: Config;
  databaseUrl: string;
  shape: DatabaseShape;
  contracts: readonly JobContract[];
  /** Only a worker supervises queues and listens for jobs. */
  role: 'client' | 'worker';
  log: Log;
  clock?: Clock;
}

/** What a process is told from outside; the rest is the same for each API and each worker. */
export type ProcessParts = Pick<PlatformParts, 'config' | 'databaseUrl' | 'clock' | 'log'>;

/** The foundations as Nest providers, and their orderly end. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(BOSS) private readonly boss: PgBoss,
    private readonly events: EventBus,
    private readonly dataSource: DataSource,
  ) {}

  static with(parts: PlatformParts): DynamicModule {
    const { config } = parts;
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: NoticeSender, useValue: new NoticeSender(config) },
      { provide: LOG, useValue: parts.log },
      { provide: CONTRACTS, useValue: parts.contracts },
      { provide: Clock, useValue: parts.clock ?? new SystemClock() },
      { provide: Ids, useClass: TimeOrderedIds },
      {
        provide: DataSource,
        useFactory: () => createDataSource(parts.databaseUrl, parts.shape).initialize(),
      },
      { provide: BOSS, useFactory: () => startBoss(parts) },
      { provide: Jobs, useFactory: (boss: PgBoss) => new Jobs(boss), inject: [BOSS] },
      { provide: EventBus, useFactory: () => new EventBus(parts.databaseUrl) },
      { provide: SecretBox, useFactory: () => secretBox(config) },
      { provide: ObjectStore, useFactory: () => openObjectStore(config) },
      Mailer,
      Transactions,
      Idempotency,
      AuditLog,
      AuditTrail,
      Retention,
      Samples,
      Alerts,
      AlertChannels,
      ChannelTest,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 10_000 });
    await this.events.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

async function startBoss(parts: PlatformParts): Promise<PgBoss> {
  const boss = createBoss(parts.databaseUrl, parts.role);
  // Without a listener an error event would end the process; queries that fail are retried by pg-boss itself.
  boss.on('error', (error) => parts.log.warn({ err: error }, 'job queue'));
  await boss.start();
  await prepareQueues(boss, parts.contracts);
  return boss;
}

function secretBox(config: Config): SecretBox {
  const current = secretKey(config.dataDir, config.secretKey);
  return new SecretBox(config.previousSecretKey ? [current, config.previousSecretKey] : [current]);
}
