import { afterAll, describe, expect, it } from 'vitest';
import { type BusEvent, EventBus } from '#platform';
import { useDatabase } from '../harness/use-database.js';

describe('EventBus', () => {
  const db = useDatabase();
  let bus: EventBus;
  afterAll(() => bus.close());

  it('brings committed events in order, nothing of a transaction that was rolled back, and word of a gap', async () => {
    bus = new EventBus(db.url);
    const reader = bus.subscribe('run');
    const first = reader.next();
    await db.transactions.run((tx) => bus.publish(tx, 'other', 'x'));
    await db.transactions
      .run(async (tx) => {
        await bus.publish(tx, 'run', 'rolled-back');
        throw new Error('no');
      })
      .catch(() => undefined);
    // The listener may still be opening when the first event commits, so publish until it arrives.
    const seen = await untilSeen(first, () => db.transactions.run((tx) => bus.publish(tx, 'run', 'a')));
    expect(seen).toEqual({ id: 'a' });

    await db.transactions.read.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'untoil-events' and datname = current_database()`,
    );
    let next: BusEvent;
    do next = (await reader.next()).value as BusEvent;
    while ('id' in next);
    expect(next).toEqual({ resync: true });
    await db.transactions.run((tx) => bus.publish(tx, 'run', 'after the cut'));
    expect((await reader.next()).value).toEqual({ id: 'after the cut' });
    await reader.return();
  });
});

async function untilSeen(
  first: Promise<IteratorResult<BusEvent>>,
  publish: () => Promise<void>,
): Promise<BusEvent> {
  let seen: BusEvent | null = null;
  void first.then((result) => {
    seen = result.value as BusEvent;
  });
  while (seen === null) {
    await publish();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return seen;
}
