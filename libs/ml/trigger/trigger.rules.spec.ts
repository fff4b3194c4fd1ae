import { describe, expect, it } from 'vitest';
import { backoffSeconds, isBlocked } from './cool-down.rules.js';
import { simulateTrigger } from './simulate.rules.js';
import { judgeTrigger, TRIGGER_DEFAULTS, type TriggerFacts } from './trigger-policy.rules.js';

const simulate = (
  arrivals: [number, number][],
  run = 600,
  until = 100_000,
  settings = TRIGGER_DEFAULTS,
  classes = 5,
) =>
  simulateTrigger(
    settings,
    arrivals.map(([atSeconds, pictures]) => ({ atSeconds, pictures })),
    classes,
    run,
    until,
  ).map(({ atSeconds, pictures }) => [atSeconds, pictures]);

describe('simulateTrigger', () => {
  it('waits for the debounce, then for the cool-down after the success', () =>
    expect(
      simulate([
        [0, 10],
        [60, 10],
        [100, 5],
        [300, 30],
      ]),
    ).toEqual([
      [220, 25],
      [22_420, 30],
    ]));
  it('runs nothing before it is due', () =>
    expect(
      simulate(
        [
          [0, 10],
          [60, 10],
          [100, 5],
        ],
        600,
        219,
      ),
    ).toEqual([]));
  it('stops waiting for quiet after the longest wait', () =>
    expect(
      simulate(
        Array.from({ length: 61 }, (_, i) => [i * 60, 1]),
        600,
        3600,
      ),
    ).toEqual([[1800, 31]]));
  it('fires for ten of one class', () =>
    expect(simulate([[0, 10]], 0, 1000, TRIGGER_DEFAULTS, 1)).toEqual([[120, 10]]));
  it('does not fire for nine of each of two classes', () =>
    expect(simulate([[0, 18]], 0, 1000, TRIGGER_DEFAULTS, 2)).toEqual([]));
  it('fires for the picture that fills one class, wherever the turn stands', () =>
    expect(
      simulate(
        [
          [0, 7],
          [10, 14],
          [30, 1],
          [40, 21],
          [50, 1],
        ],
        0,
        1000,
        { ...TRIGGER_DEFAULTS, debounceSeconds: 0, cooldownSeconds: 0, minNewPerClass: 8 },
        3,
      ),
    ).toEqual([
      [30, 22],
      [50, 22],
    ]));
  it('plays ten thousand arrivals over a hundred thousand classes without counting each class each time', () => {
    const arrivals = Array.from({ length: 10_000 }, (_, i): [number, number] => [i, 1]);
    expect(simulate(arrivals, 0, 20_000, { ...TRIGGER_DEFAULTS, debounceSeconds: 0 }, 100_000)).toEqual([
      [24, 25],
    ]);
  });
  it('fires nothing when switched off', () =>
    expect(simulate([[0, 100]], 0, 1000, { ...TRIGGER_DEFAULTS, automatic: false })).toEqual([]));
  it('takes unsorted arrivals and no debounce', () =>
    expect(
      simulate(
        [
          [50, 20],
          [0, 5],
        ],
        10,
        1000,
        { ...TRIGGER_DEFAULTS, debounceSeconds: 0, cooldownSeconds: 0 },
      ),
    ).toEqual([[50, 25]]));
  it('counts what comes during a run for the next one', () =>
    expect(
      simulate(
        [
          [0, 30],
          [150, 30],
        ],
        600,
        2000,
        { ...TRIGGER_DEFAULTS, cooldownSeconds: 0 },
      ),
    ).toEqual([
      [120, 30],
      [720, 30],
    ]));
});

const facts = (more: Partial<TriggerFacts> = {}): TriggerFacts => ({
  now: 1000,
  pending: { total: 25, largestClass: { name: 'kim', count: 5 }, newClasses: [], firstAt: 800, lastAt: 880 },
  cooldownUntil: null,
  activeRun: false,
  preflightPasses: true,
  standstill: null,
  scheduleDue: false,
  ...more,
});
const failing = (more: Partial<TriggerFacts>): string[] =>
  judgeTrigger(facts(more), TRIGGER_DEFAULTS)
    .clauses.filter((one) => !one.holds)
    .map((one) => one.clause);
const pending = facts().pending;

describe('judgeTrigger', () => {
  it('is due when every clause holds', () => expect(judgeTrigger(facts(), TRIGGER_DEFAULTS).due).toBe(true));
  it.each<[string, Partial<TriggerFacts>, string[]]>([
    ['one picture short', { pending: { ...pending, total: 24 } }, ['NEW_DATA']],
    [
      'a new class complete',
      { pending: { ...pending, total: 1, newClasses: [{ name: 'lee', training: 20, validation: 5 }] } },
      [],
    ],
    [
      'a new class one short',
      { pending: { ...pending, total: 1, newClasses: [{ name: 'lee', training: 20, validation: 4 }] } },
      ['NEW_DATA'],
    ],
    ['one second too early', { now: 999 }, ['SETTLED']],
    ['cooling', { cooldownUntil: 1001 }, ['COOLED_DOWN']],
    ['cooled to the second', { cooldownUntil: 1000 }, []],
    ['running', { activeRun: true }, ['NO_ACTIVE_RUN']],
    ['unfillable', { preflightPasses: false }, ['PREFLIGHT']],
    ['paused', { standstill: 'PAUSED' }, ['AUTOMATIC']],
    [
      'a schedule with one new picture',
      { scheduleDue: true, pending: { ...pending, total: 1, lastAt: 1000 } },
      [],
    ],
    ['a schedule with nothing new', { scheduleDue: true, pending: { ...pending, total: 0 } }, ['NEW_DATA']],
    [
      'a schedule before the first training',
      { scheduleDue: true, neverTrained: true, pending: { ...pending, total: 0 } },
      [],
    ],
  ])('%s', (_, more, clauses) => expect(failing(more)).toEqual(clauses));
  it.each([
    ['off', {}, null, false, ['AUTOMATIC', 'off']],
    ['off, and no time of the schedule', {}, '0 3 * * *', false, ['AUTOMATIC', 'by its schedule only']],
    ['off, at a time of the schedule', { scheduleDue: true }, '0 3 * * *', true, null],
    [
      'off and paused',
      { scheduleDue: true, standstill: 'PAUSED' as const },
      '0 3 * * *',
      false,
      ['AUTOMATIC', 'PAUSED'],
    ],
  ])('switched %s', (_, more, schedule, due, failed) => {
    const answer = judgeTrigger(facts(more), { ...TRIGGER_DEFAULTS, automatic: false, schedule });
    expect(answer.due).toBe(due);
    const [clause] = answer.clauses.filter((one) => !one.holds);
    expect(clause ? [clause.clause, clause.value] : null).toEqual(failed);
  });
  it('says how long the cool-down still lasts', () =>
    expect(judgeTrigger(facts({ cooldownUntil: 1090.5 }), TRIGGER_DEFAULTS).clauses[3]?.value).toBe(
      '91 s left',
    ));
});

describe('backoffSeconds', () => {
  it.each([
    [1, 1800],
    [2, 3600],
    [3, 7200],
    [6, 57_600],
    [7, 86_400],
    [500, 86_400],
  ])('after %i failures is %i', (failures, expected) => expect(backoffSeconds(failures)).toBe(expected));
});

describe('isBlocked', () => {
  it.each([
    [['A', 'A', 'A', 'B'], true],
    [['A', 'A'], false],
    [['A', 'B', 'A'], false],
  ])('%j: %s', (causes, blocked) => expect(isBlocked(causes)).toBe(blocked));
});
