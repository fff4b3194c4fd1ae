import { beforeAll, describe, expect, it } from 'vitest';
import { alertNotice, alertOpened, alertResolved, ManualClock, type Raise, SYSTEM } from '#platform';
import { useAlerts } from '../harness/use-alerts.js';
import { useDatabase } from '../harness/use-database.js';

describe('Alerts', () => {
  const db = useDatabase();
  const clock = new ManualClock(new Date('2026-03-02T00:00:00Z'));
  const house = useAlerts(db, clock);
  beforeAll(async () => {
    await db.transactions.run(async (tx) => {
      await house.channels.create(tx, SYSTEM, {
        kind: 'WEBHOOK',
        target: 'http://127.0.0.1:1/',
        secret: 'hush',
      });
      await house.channels.create(tx, SYSTEM, {
        kind: 'EMAIL',
        target: 'a@example.org',
        kinds: ['something.else'],
      });
    });
  });

  const raise = (more: Partial<Raise> = {}) =>
    db.transactions.run((tx) =>
      house.alerts.raise(tx, {
        kind: 'queue.starved',
        subject: 'faces/training',
        title: 'starved',
        severity: 'CRITICAL',
        ...more,
      }),
    );
  const jobCounts = async () => {
    const count = async (name: string) => (await house.boss.findJobs(name)).length;
    return {
      opened: await count(alertOpened.name),
      resolved: await count(alertResolved.name),
      notices: await count(alertNotice.name),
    };
  };

  it('open once for each kind and subject, however many raise them at once', async () => {
    const raised = await Promise.all(Array.from({ length: 10 }, () => raise()));
    expect(new Set(raised.map((alert) => alert.id)).size).toBe(1);
    const page = await house.alerts.list(db.transactions.read, { status: 'OPEN' }, { first: 10 });
    expect(page.nodes).toMatchObject([{ occurrences: 10, status: 'OPEN', subject: 'faces/training' }]);
  });

  it('tell the one channel that listens once, and again only after half an hour', async () => {
    expect(await jobCounts()).toEqual({ opened: 1, resolved: 0, notices: 1 });
    clock.advance(29 * 60);
    await raise();
    expect((await jobCounts()).notices).toBe(1);
    clock.advance(30 * 60);
    await raise({ title: 'still starved' });
    expect((await jobCounts()).notices).toBe(2);
  });

  it('tell again each half hour of what is seen every minute, until somebody acknowledges it, and at once of what got worse', async () => {
    const { id } = await raise({ subject: 'busy/training' });
    const before = (await jobCounts()).notices;
    const forMinutes = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute++) {
        clock.advance(60);
        await raise({ subject: 'busy/training' });
      }
      return (await jobCounts()).notices - before;
    };
    expect([await forMinutes(29), await forMinutes(1), await forMinutes(35)]).toEqual([0, 1, 2]);
    await db.transactions.run((tx) => house.alerts.acknowledge(tx, SYSTEM, id));
    expect(await forMinutes(60)).toBe(3);
    await raise({ subject: 'busy/training', worse: true });
    expect((await jobCounts()).notices - before).toBe(4);
    await db.transactions.run((tx) => house.alerts.resolve(tx, 'queue.starved', 'busy/training'));
  });

  it('are acknowledged once, resolved once, and open anew afterwards', async () => {
    const { id } = await raise();
    const before = await jobCounts();
    const acknowledge = () => db.transactions.run((tx) => house.alerts.acknowledge(tx, SYSTEM, id));
    expect([await acknowledge(), await acknowledge()]).toEqual([{ duplicate: false }, { duplicate: true }]);
    const told = await db.transactions.read.query(
      `select actor from audit_record where action = 'alert.acknowledged' and subject_id = $1`,
      [id],
    );
    expect(told).toHaveLength(1);
    const resolve = () =>
      db.transactions.run((tx) => house.alerts.resolve(tx, 'queue.starved', 'faces/training'));
    await resolve();
    await resolve();
    const counts = await jobCounts();
    expect([counts.resolved - before.resolved, counts.notices - before.notices]).toEqual([1, 2]);
    await expect(acknowledge()).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    expect((await raise()).id).not.toBe(id);
  });

  it('keep channel secrets sealed', async () => {
    const rows = await db.transactions.read.query(
      'select sealed_secret from alert_channel where sealed_secret is not null',
    );
    expect(JSON.stringify(rows)).not.toContain('hush');
    const [channel] = await house.channels.list(db.transactions.read);
    expect((await house.channels.byId(db.transactions.read, channel?.id ?? ''))?.secret).toBe('hush');
  });

  it('refuse a target that does not fit the kind', async () => {
    const create = db.transactions.run((tx) =>
      house.channels.create(tx, SYSTEM, { kind: 'GITHUB_ISSUE', target: 'http://x' }),
    );
    await expect(create).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'target'] });
  });
});
