import { describe, expect, it } from 'vitest';
import { byPayback, type Candidate, payback, rankCandidates } from './payback.rules.js';
import { Rational } from './rational.rules.js';

const n = Rational.parse;
const candidate = (key: string, occurrences: number, weeks: number, numbers: string): Candidate => {
  const [m = '', x = '', r = '', a = '', q = '', b = '', maintenance = ''] = numbers.split(' ');
  return {
    key,
    occurrencesPerWeek: Rational.of(occurrences, weeks),
    handsOnMinutes: n(m),
    contextSwitchMinutes: n(x),
    coverableShare: n(r),
    attendedMinutes: n(a),
    failureShare: n(q),
    buildHours: n(b),
    maintenanceHoursPerWeek: n(maintenance),
  };
};

const rotateCerts = candidate('a', 12, 4, '25 5 .8 2 .05 20 .1'.replaceAll(' .', ' 0.'));
const deploy = candidate('b', 40, 4, '20 5 0.9 1 0.10 80 0.5');
const drill = candidate('c', 2, 52, '120 0 1 0 0 40 0.02');
const cleanUp = candidate('d', 4, 4, '10 0 0.5 2 0.20 8 0.25');

describe('payback', () => {
  it.each([
    [deploy, '19.35', '2.725', '29.3578', 206n, '61.7', 'RECOMMENDED'],
    [rotateCerts, '21.2', '0.96', '20.8333', 146n, '29.92', 'RECOMMENDED'],
    [cleanUp, '3', '-0.2', null, null, '-18.4', 'DO_NOT_AUTOMATE'],
    [drill, '120', '0.0569', '702.7027', 4919n, '-37.04', 'RARE'],
  ])('of candidate %#', (given, gain, saved, weeks, days, net, flag) => {
    const result = payback(given, 52);
    expect({
      gain: result.gainMinutes.toDecimal(),
      saved: result.savedHoursPerWeek.toDecimal(),
      weeks: result.paybackWeeks?.toDecimal() ?? null,
      days: result.breakEvenDays,
      net: result.netHours.toDecimal(),
      flag: result.flag,
    }).toEqual({ gain, saved, weeks, days, net, flag });
  });

  it.each([
    ['three a year are not rare', candidate('x', 3, 52, '600 0 1 0 0 1 0'), 'RECOMMENDED'],
    ['just under three a year are', candidate('x', 2, 52, '6000 0 1 0 0 1 0'), 'RARE'],
    ['break-even exactly at the horizon', candidate('x', 1, 1, '60 0 1 0 0 52 0'), 'RECOMMENDED'],
    ['an hour short of the horizon', candidate('x', 1, 1, '60 0 1 0 0 53 0'), 'DO_NOT_AUTOMATE'],
    ['saves nothing and costs nothing', candidate('x', 1, 1, '0 0 1 0 0 0 0'), 'DO_NOT_AUTOMATE'],
  ])('flags: %s', (_, given, flag) => {
    expect(payback(given, 52).flag).toBe(flag);
  });

  it('breaks even on the day itself when the weeks come out whole', () => {
    expect(payback(candidate('x', 1, 1, '60 0 1 0 0 2 0'), 52).breakEvenDays).toBe(14n);
  });
});

describe('rankCandidates', () => {
  it('goes by net hours, and the payback order differs', () => {
    const all = [rotateCerts, deploy, drill, cleanUp].map((one) => payback(one, 52));
    expect(rankCandidates(all).map(({ key }) => key)).toEqual(['b', 'a', 'd', 'c']);
    expect([...all].sort(byPayback).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('settles ties by payback, then by key', () => {
    const same = ['z', 'y'].map((key) => payback(candidate(key, 1, 1, '60 0 1 0 0 2 0'), 52));
    expect(rankCandidates(same).map(({ key }) => key)).toEqual(['y', 'z']);
  });
});
