import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  createBoss,
  createLog,
  DEAD_LETTERS,
  defineJob,
  done,
  FinalError,
  type Handles,
  JobRunner,
  Jobs,
  prepareQueues,
  type RunningJob,
  SystemClock,
} from '#platform';
import { useDatabase } from '../harness/use-database.js';

const echo = defineJob({
  name: 'test.echo',
  schema: z.object({ id: z.string() }),
  uniqueKey: ({ id }) => id,
});
const fatal = defineJob({ name: 'test.fatal', schema: z.object({}) });
const flaky = defineJob({ name: 'test.flaky', schema: z.object({}), retryDelaySeconds: 1 });

describe('Jobs', () => {
  const db = useDatabase();
  let boss: PgBoss;
  let jobs: Jobs;
  beforeAll(async () => {
    boss = createBoss(db.url, 'worker');
    await boss.start();
    await prepareQueues(boss, [echo, fatal, flaky]);
    jobs = new Jobs(boss);
  });
  afterAll(() => boss.stop({ graceful: false }));

  const run = async (contract: typeof echo | typeof fatal, handler: Handles<never>) => {
    const runner = new JobRunner({
      boss,
      transactions: db.transactions,
      clock: new SystemClock(),
      log: createLog('silent', 'test'),
    });
    await runner.start(new Map([[contract as never, handler as never]]));
  };

  it('exist exactly when the transaction that promised them commits', async () => {
    const rolledBack = db.transactions.run(async (tx) => {
      await jobs.enqueue(tx, echo, { id: 'never' });
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await db.transactions.run((tx) => jobs.enqueue(tx, echo, { id: 'once' }));
    const waiting = await boss.findJobs<{ id: string }>(echo.name);
    expect(waiting.map((job) => job.data.id)).toEqual(['once']);
  });

  it('are taken in once for each unique key while one waits', async () => {
    const taken = await Promise.all(
      Array.from({ length: 50 }, () => db.transactions.run((tx) => jobs.enqueue(tx, echo, { id: 'same' }))),
    );
    expect(taken.filter((id) => id !== null)).toHaveLength(1);
  });

  it('run, report progress, and see whether they still own their job', async () => {
    const fenced = new Promise<string>((resolve) => {
      void run(echo, {
        async handle(payload: { id: string }, job: RunningJob) {
          await job.progress(0.5, 'half');
          await db.transactions.run((tx) => job.fence(tx));
          if (payload.id === 'once') resolve(job.id);
          return done();
        },
      } as never);
    });
    const id = await fenced;
    const rows = await db.transactions.read.query(
      'select fraction, note from job_progress where job_id = $1',
      [id],
    );
    expect(rows).toEqual([{ fraction: 0.5, note: 'half' }]);
  });

  it('go to the dead letters at once on a final error', async () => {
    let tries = 0;
    await run(fatal, {
      async handle() {
        tries += 1;
        throw new FinalError('no use');
      },
    } as never);
    await db.transactions.run((tx) => jobs.enqueue(tx, fatal, {}));
    let letters: { data: { error?: string } }[] = [];
    while (letters.length === 0) letters = await boss.fetch<{ error?: string }>(DEAD_LETTERS);
    expect([tries, letters[0]?.data.error]).toEqual([1, 'no use']);
  });

  it('are tried again after any other error', async () => {
    const attempts: number[] = [];
    const succeeded = new Promise<void>((resolve) => {
      void run(flaky, {
        async handle(_: object, job: RunningJob) {
          attempts.push(job.attempt);
          if (job.attempt < 3) throw new Error('not yet');
          resolve();
          return done();
        },
      } as never);
    });
    await db.transactions.run((tx) => jobs.enqueue(tx, flaky, {}));
    await succeeded;
    expect(attempts).toEqual([1, 2, 3]);
  });
});
