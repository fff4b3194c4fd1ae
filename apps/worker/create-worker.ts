import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import {
  BOSS,
  bindHandlers,
  Clock,
  CONTRACTS,
  JobRunner,
  LOG,
  type ProcessParts,
  Transactions,
} from '#platform';
import { WorkerModule } from './worker.module.js';

/** A worker whose contracts are all bound to handlers, not yet taking jobs. */
export async function createWorker(
  parts: ProcessParts,
): Promise<{ app: INestApplicationContext; start(): Promise<void> }> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(parts), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const bound = bindHandlers(app.get(DiscoveryService), app.get(CONTRACTS));
  const runner = new JobRunner({
    boss: app.get(BOSS),
    transactions: app.get(Transactions),
    clock: app.get(Clock),
    log: app.get(LOG),
  });
  return { app, start: () => runner.start(bound) };
}
