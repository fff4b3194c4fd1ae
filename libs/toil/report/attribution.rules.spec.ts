import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandCuts } from '../time/band.rules.js';
import { attributePerson, attributeTickets } from './attribution.rules.js';
import { type CellSheet, UNITS_PER_SECOND } from './cell.rules.js';
import { dayFrame, frameEnd, frameStart, type PersonFrame } from './frame.rules.js';
import {
  type Attribution,
  type ClockedItem,
  type UnclockedItem,
  WORK_CLASSES,
  type WorkClass,
  type WorkItem,
} from './interval.js';

const at = (text: string): number => Date.parse(text);

function frame(from: string, to: string, zone = 'Asia/Seoul'): PersonFrame {
  const days = dayFrame(from, to, zone);
  return { days, bands: bandCuts([{ fromMs: 0, zone }], frameStart(days), frameEnd(days)) };
}

const W10 = frame('2026-03-02', '2026-03-09');

function clocked(service: string | null, workClass: WorkClass, start: string, end: string): ClockedItem {
  return {
    personId: 'kim',
    serviceId: service,
    workClass,
    source: 'ENTRY',
    tier: null,
    refId: 'x',
    startMs: at(start),
    endMs: at(end),
    running: false,
  };
}

function unclocked(
  service: string | null,
  workClass: WorkClass,
  date: string,
  seconds: number,
): UnclockedItem {
  return {
    personId: 'kim',
    serviceId: service,
    workClass,
    source: 'ENTRY',
    tier: null,
    refId: 'x',
    date,
    seconds,
  };
}

/** Hours by "service class", all days together. */
function hours(sheet: CellSheet): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const cell of sheet.all()) {
    const key = `${cell.serviceId || '-'} ${cell.workClass}`;
    sums[key] = (sums[key] ?? 0) + cell.units / UNITS_PER_SECOND / 3600;
  }
  return sums;
}

const minute = fc.integer({ min: 0, max: 7 * 24 * 60 });
const anyItem = fc
  .tuple(
    minute,
    fc.integer({ min: 1, max: 900 }),
    fc.constantFrom('a', 'b', 'c', null),
    fc.constantFrom(...WORK_CLASSES),
  )
  .map(([start, length, service, workClass]): WorkItem => {
    const startMs = frameStart(W10.days) + start * 60_000;
    return {
      ...clocked(service, workClass, '2026-03-04T00:00Z', '2026-03-04T00:00Z'),
      startMs,
      endMs: startMs + length * 60_000,
    };
  });

describe('attributePerson', () => {
  it('counts overlapping work for one service once', () => {
    const items = [
      clocked('pay', 'TOIL', '2026-03-04T10:05+09:00', '2026-03-04T12:05+09:00'),
      clocked('pay', 'TOIL', '2026-03-04T11:05+09:00', '2026-03-04T12:35+09:00'),
      clocked('search', 'TOIL', '2026-03-04T11:35+09:00', '2026-03-04T12:35+09:00'),
    ];
    expect(hours(attributePerson(items, W10))).toEqual({ 'pay TOIL': 2, 'search TOIL': 0.5 });
    expect(hours(attributeTickets(items, W10))).toEqual({ 'pay TOIL': 3.5, 'search TOIL': 1 });
  });

  it('splits an hour over three services into exact thirds', () => {
    const items = ['a', 'b', 'c'].map((s) =>
      clocked(s, 'TOIL', '2026-03-04T10:00+09:00', '2026-03-04T10:00:01+09:00'),
    );
    expect(
      attributePerson(items, W10)
        .all()
        .map((cell) => cell.units),
    ).toEqual([240_240, 240_240, 240_240]);
  });

  it('loses nothing when seventeen services share a second', () => {
    const items = Array.from({ length: 17 }, (_, i) =>
      clocked(`s${i}`, 'TOIL', '2026-03-04T10:00+09:00', '2026-03-04T10:00:01+09:00'),
    );
    const cells = attributePerson(items, W10).all();
    expect(cells).toHaveLength(17);
    expect(cells.reduce((sum, cell) => sum + cell.units, 0)).toBe(UNITS_PER_SECOND);
  });

  it('lets toil take the time from engineering, engineering from overhead, overhead from unclassified', () => {
    const items = [
      clocked('a', 'UNCLASSIFIED', '2026-03-04T09:00+09:00', '2026-03-04T13:00+09:00'),
      clocked('a', 'OVERHEAD', '2026-03-04T09:00+09:00', '2026-03-04T12:00+09:00'),
      clocked('a', 'ENGINEERING', '2026-03-04T09:00+09:00', '2026-03-04T11:00+09:00'),
      clocked('b', 'TOIL', '2026-03-04T09:00+09:00', '2026-03-04T10:00+09:00'),
    ];
    expect(hours(attributePerson(items, W10))).toEqual({
      'b TOIL': 1,
      'a ENGINEERING': 1,
      'a OVERHEAD': 1,
      'a UNCLASSIFIED': 1,
    });
  });

  it('gives shared time to the named service, and to none only where no service claims it', () => {
    const items = [
      clocked(null, 'TOIL', '2026-03-04T09:00+09:00', '2026-03-04T11:00+09:00'),
      clocked('a', 'TOIL', '2026-03-04T09:00+09:00', '2026-03-04T10:00+09:00'),
    ];
    expect(hours(attributePerson(items, W10))).toEqual({ 'a TOIL': 1, '- TOIL': 1 });
  });

  it('cuts at midnight of the reporting zone and at the ends of the frame', () => {
    const item = clocked('a', 'TOIL', '2026-03-08T22:30+09:00', '2026-03-09T01:15+09:00');
    const two = attributePerson([item], frame('2026-03-02', '2026-03-16')).all();
    const days = [6, 7].map((day) =>
      two.filter((cell) => cell.day === day).reduce((sum, cell) => sum + cell.units, 0),
    );
    expect(days).toEqual([5400 * UNITS_PER_SECOND, 4500 * UNITS_PER_SECOND]);
    expect(hours(attributePerson([item], W10))).toEqual({ 'a TOIL': 1.5 });
  });

  it('adds time without a clock on top', () => {
    const items = [
      clocked('a', 'TOIL', '2026-03-04T09:00+09:00', '2026-03-04T10:00+09:00'),
      unclocked('a', 'TOIL', '2026-03-04', 3600),
      unclocked('a', 'TOIL', '2026-03-09', 3600),
    ];
    expect(hours(attributePerson(items, W10))).toEqual({ 'a TOIL': 2 });
  });

  it('caps a person-day at 24 h in proportion, and says so', () => {
    const items = [
      unclocked('a', 'TOIL', '2026-03-04', 20 * 3600),
      unclocked('b', 'TOIL', '2026-03-04', 10 * 3600),
      unclocked('b', 'OVERHEAD', '2026-03-04', 3600),
    ];
    const sheet = attributePerson(items, W10);
    expect(hours(sheet)).toEqual({ 'a TOIL': 16, 'b TOIL': 8 });
    expect(sheet.cappedDays).toEqual([2]);
    expect(hours(attributeTickets(items, W10))).toEqual({ 'a TOIL': 20, 'b TOIL': 10, 'b OVERHEAD': 1 });
  });

  it('lets a negative amendment reduce its own service and class', () => {
    const items = [unclocked('a', 'TOIL', '2026-03-04', 7200), unclocked('a', 'TOIL', '2026-03-04', -1800)];
    expect(hours(attributePerson(items, W10))).toEqual({ 'a TOIL': 1.5 });
  });

  it('knows the band of the person', () => {
    const item = clocked('a', 'TOIL', '2026-03-04T07:00+09:00', '2026-03-04T23:00+09:00');
    const bands = Object.fromEntries(
      attributePerson([item], W10)
        .all()
        .map((c) => [c.band, c.units / UNITS_PER_SECOND / 3600]),
    );
    expect(bands).toEqual({ SLEEP: 2, BUSINESS: 10, OFF: 4 });
  });

  it('counts every minute of a person once, for whatever items in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 25 }), fc.integer(), (items, seed) => {
        const shuffled = [...items].sort(
          (a, b) => ((a.refId.length + seed) % 3) - ((b.refId.length + seed) % 2),
        );
        const sheet = attributePerson(shuffled, W10);
        const minutes = new Set<number>();
        for (const item of items as ClockedItem[]) {
          for (let m = item.startMs; m < Math.min(item.endMs, frameEnd(W10.days)); m += 60_000)
            minutes.add(m);
        }
        const total = sheet.all().reduce((sum, cell) => sum + cell.units, 0);
        expect(total).toBe(minutes.size * 60 * UNITS_PER_SECOND);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the attributions of a slice that several services claim', () => {
  const hour = (service: string | null, severity?: number, workClass: WorkClass = 'TOIL'): ClockedItem => ({
    ...clocked(service, workClass, '2026-03-04T10:00+09:00', '2026-03-04T11:00+09:00'),
    severity,
  });

  it.each<[string, Attribution, ClockedItem[], Record<string, number>]>([
    [
      'the most severe incident wins',
      'SEVERITY_WINS',
      [hour('a', 3), hour('b', 1), hour('c', 2)],
      { 'b TOIL': 1 },
    ],
    [
      'equals share',
      'SEVERITY_WINS',
      [hour('a', 2), hour('b', 2), hour('c', 3)],
      { 'a TOIL': 0.5, 'b TOIL': 0.5 },
    ],
    ['other work counts below any incident', 'SEVERITY_WINS', [hour('a'), hour('b', 5)], { 'b TOIL': 1 }],
    [
      'other work shares among itself',
      'SEVERITY_WINS',
      [hour('a'), hour('b')],
      { 'a TOIL': 0.5, 'b TOIL': 0.5 },
    ],
    [
      'a service ranks by the worst of its incidents',
      'SEVERITY_WINS',
      [hour('a', 4), hour('a', 1), hour('b', 2)],
      { 'a TOIL': 1 },
    ],
    [
      'the class decides first',
      'SEVERITY_WINS',
      [hour('a', undefined, 'ENGINEERING'), hour('b', 5)],
      { 'b TOIL': 1 },
    ],
    ['work without a service gets nothing', 'SEVERITY_WINS', [hour(null), hour('b')], { 'b TOIL': 1 }],
    [
      'all of it to each',
      'FULL',
      [hour('a', 1), hour('b'), hour('b'), hour('c', 3)],
      { 'a TOIL': 1, 'b TOIL': 1, 'c TOIL': 1 },
    ],
    ['in full, but none for work without a service', 'FULL', [hour(null), hour('b')], { 'b TOIL': 1 }],
  ])('%s', (_, attribution, items, expected) => {
    expect(hours(attributePerson(items, W10, attribution))).toEqual(expected);
    expect(hours(attributePerson(items.toReversed(), W10, attribution))).toEqual(expected);
  });

  it('follow severities as incidents come and go', () => {
    const items = [
      { ...clocked('a', 'TOIL', '2026-03-04T10:00+09:00', '2026-03-04T13:00+09:00'), severity: 3 },
      { ...clocked('b', 'TOIL', '2026-03-04T11:00+09:00', '2026-03-04T12:00+09:00'), severity: 1 },
    ];
    expect(hours(attributePerson(items, W10, 'SEVERITY_WINS'))).toEqual({ 'a TOIL': 2, 'b TOIL': 1 });
  });

  it('say how much counts again', () => {
    const again = (attribution: Attribution) =>
      attributePerson([hour('a'), hour('b'), hour('c')], W10, attribution)
        .all()
        .map((cell) => (cell.again ?? 0) / UNITS_PER_SECOND);
    expect(again('FULL')).toEqual([2400, 2400, 2400]);
    expect(again('EQUAL_SPLIT')).toEqual([0, 0, 0]);
  });

  it('leave the time of the person as it is, unless in full', () => {
    const anySevere = fc
      .record({ item: anyItem, severity: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }) })
      .map(({ item, severity }): WorkItem => ({ ...item, severity }));
    fc.assert(
      fc.property(fc.array(anySevere, { maxLength: 20 }), (items) => {
        const total = (attribution: Attribution) =>
          attributePerson(items, W10, attribution)
            .all()
            .reduce((sum, cell) => sum + cell.units - (cell.again ?? 0), 0);
        const equal = total('EQUAL_SPLIT');
        expect(total('SEVERITY_WINS')).toBe(equal);
        expect(total('FULL')).toBe(equal);
      }),
      { numRuns: 100 },
    );
  });
});
