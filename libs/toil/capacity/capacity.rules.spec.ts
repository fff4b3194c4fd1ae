import { describe, expect, it } from 'vitest';
import {
  type CapacityFacts,
  capacityOf,
  FULL_SHARE,
  overAllocation,
  secondsOfShares,
  sumShares,
  workingDates,
} from './capacity.rules.js';

const allocation = (personId: string, serviceId: string, percent: number, from = '2026-01-01') => ({
  personId,
  serviceId,
  from,
  shareParts: percent * 10_000,
});
const facts = (given: Partial<CapacityFacts>): CapacityFacts => ({
  people: [{ id: 'kim', hourParts: 400_000 }],
  allocations: [],
  timeOff: [],
  workDays: [1, 2, 3, 4, 5],
  ...given,
});

function hours(given: CapacityFacts, serviceId: string, from = '2026-03-02', to = '2026-03-09'): number {
  const capacity = capacityOf(given, from, to);
  const people = capacity.byService.get(serviceId) ?? new Map<string, Float64Array>();
  const shares = sumShares(people.values(), 0, 7);
  const { numerator, denominator } = secondsOfShares(shares, capacity.workDaysPerWeek);
  return Number((numerator * 1000n) / denominator) / 3_600_000;
}

describe('capacityOf', () => {
  it.each([
    ['one person, all of it', facts({ allocations: [allocation('kim', 'a', 100)] }), 40],
    ['half of a person', facts({ allocations: [allocation('kim', 'a', 50)] }), 20],
    [
      'part-time',
      facts({ people: [{ id: 'kim', hourParts: 375_000 }], allocations: [allocation('kim', 'a', 100)] }),
      37.5,
    ],
    ['nobody', facts({}), 0],
    ['starts within the week', facts({ allocations: [allocation('kim', 'a', 100, '2026-03-04')] }), 24],
    [
      'ends within the week',
      facts({ allocations: [allocation('kim', 'a', 100), allocation('kim', 'a', 0, '2026-03-04')] }),
      16,
    ],
    [
      'a public holiday',
      facts({
        allocations: [allocation('kim', 'a', 100)],
        timeOff: [{ personIds: null, from: '2026-03-06', to: '2026-03-07' }],
      }),
      32,
    ],
    [
      'a holiday at the weekend',
      facts({
        allocations: [allocation('kim', 'a', 100)],
        timeOff: [{ personIds: null, from: '2026-03-07', to: '2026-03-09' }],
      }),
      40,
    ],
    [
      'somebody else off',
      facts({
        allocations: [allocation('kim', 'a', 100)],
        timeOff: [{ personIds: ['lee'], from: '2026-03-02', to: '2026-03-09' }],
      }),
      40,
    ],
    [
      'off twice on the same day',
      facts({
        allocations: [allocation('kim', 'a', 100)],
        timeOff: [
          { personIds: ['kim'], from: '2026-03-02', to: '2026-03-04' },
          { personIds: null, from: '2026-03-03', to: '2026-03-04' },
        ],
      }),
      24,
    ],
    [
      'off all week',
      facts({
        allocations: [allocation('kim', 'a', 100)],
        timeOff: [{ personIds: ['kim'], from: '2026-02-01', to: '2026-04-01' }],
      }),
      0,
    ],
  ])('%s', (_, given, expected) => {
    expect(hours(given, 'a')).toBe(expected);
  });

  it('keeps the whole person beside the allocations', () => {
    const capacity = capacityOf(
      facts({ allocations: [allocation('kim', 'a', 20)] }),
      '2026-03-02',
      '2026-03-09',
    );
    expect(sumShares([capacity.byPerson.get('kim')!], 0, 7)).toBe(5n * 400_000n * BigInt(FULL_SHARE));
  });
});

describe('overAllocation', () => {
  it('finds the first date above 100 %', () => {
    const plan = [
      allocation('kim', 'a', 60),
      allocation('kim', 'b', 40),
      allocation('kim', 'b', 50, '2026-05-01'),
    ];
    expect(overAllocation(plan)).toEqual({ date: '2026-05-01', shareParts: 1_100_000 });
  });

  it('lets a person move from one service to another on one day', () => {
    const plan = [
      allocation('kim', 'a', 100),
      allocation('kim', 'a', 0, '2026-03-04'),
      allocation('kim', 'b', 100, '2026-03-04'),
    ];
    expect(overAllocation(plan)).toBeNull();
  });
});

describe('workingDates', () => {
  it('leaves out weekends and public holidays', () => {
    const given = facts({ timeOff: [{ personIds: null, from: '2026-03-06', to: '2026-03-07' }] });
    expect(workingDates(given, '2026-03-05', '2026-03-10')).toEqual(['2026-03-05', '2026-03-09']);
  });
});
