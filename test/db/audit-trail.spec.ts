import { describe, expect, it } from 'vitest';
import { AuditTrail, ManualClock, SYSTEM } from '#platform';
import { useDatabase } from '../harness/use-database.js';

describe('AuditTrail', () => {
  const db = useDatabase();
  const audit = new AuditTrail(new ManualClock(new Date('2026-03-02T00:00:00Z')));

  it('keeps before and after, and finds a row that was changed afterwards', async () => {
    await db.transactions.run(async (tx) => {
      await audit.record(tx, SYSTEM, 'thing.created', 'thing', null, { hours: 40, since: new Date(0) });
      await audit.record(tx, SYSTEM, 'thing.updated', 'thing', { hours: 40 }, { hours: 32 });
    });
    const read = db.transactions.read;
    expect((await audit.history(read, 'thing')).map((row) => row.action)).toEqual([
      'thing.created',
      'thing.updated',
    ]);
    expect(await audit.tampered(read, 'thing')).toEqual([]);

    await read.query(`update audit_record set after = '{"hours": 39}' where action = 'thing.updated'`);
    expect(await audit.tampered(read, 'thing')).toHaveLength(1);
  });

  it('keeps one chain where many write about one thing at once', async () => {
    const writers = Array.from({ length: 8 }, (_, writer) =>
      db.transactions.run((tx) => audit.record(tx, SYSTEM, 'report.read', 'shared', null, { writer })),
    );
    await Promise.all(writers);
    const read = db.transactions.read;
    expect(await audit.history(read, 'shared')).toHaveLength(8);
    expect(await audit.tampered(read, 'shared')).toEqual([]);
  });
});
