import type { INestApplicationContext } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll } from 'vitest';
import { BOSS, type Clock, createLog, DEAD_LETTERS, loadConfig } from '#platform';
import { createWorker } from '../../apps/worker/create-worker.js';

/** Where the worker works: the database and data folder of the API under test. */
export interface WorkerPlace {
  databaseUrl: string;
  dataDir: string;
  importRoots?: string[];
  environment?: Record<string, string>;
  clock?: Clock;
}

const SETTLED_POLL_MS = 20;

/** A worker inside the test process, on the API's database. */
export function useWorker(place: () => WorkerPlace): {
  readonly app: INestApplicationContext;
  drain(): Promise<void>;
} {
  let app: INestApplicationContext;
  beforeAll(async () => {
    const { databaseUrl, dataDir, clock, importRoots = [], environment } = place();
    const config = loadConfig({
      UNTOIL_DATA_DIR: dataDir,
      UNTOIL_IMPORT_ROOTS: importRoots.join(':'),
      ...environment,
    });
    const worker = await createWorker({ config, databaseUrl, clock, log: createLog('fatal', 'test-worker') });
    app = worker.app;
    await worker.start();
  });
  afterAll(() => app?.close());
  return {
    get app() {
      return app;
    },
    /** Resolves when no job is waiting to run now and none is running; rejects with the first dead letter. */
    async drain() {
      const boss = app.get<PgBoss>(BOSS);
      while (await unsettled(boss)) await new Promise((resolve) => setTimeout(resolve, SETTLED_POLL_MS));
      const [dead] = await boss.fetch<{ contract: string; error: string }>(DEAD_LETTERS);
      if (dead)
        throw new Error(`job ${dead.data.contract} died: ${dead.data.error ?? JSON.stringify(dead.data)}`);
    },
  };
}

async function unsettled(boss: PgBoss): Promise<boolean> {
  const { rows } = await boss
    .getDb()
    .executeSql(
      `select 1 from pgboss.job where name <> $1 and (state = 'active' or (state in ('created', 'retry') and start_after <= now() + interval '30 seconds')) limit 1`,
      [DEAD_LETTERS],
    );
  return rows.length > 0;
}
