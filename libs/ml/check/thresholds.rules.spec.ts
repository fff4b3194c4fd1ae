import { describe, expect, it } from 'vitest';
import { DEFAULT_THRESHOLDS, readThresholds } from './thresholds.rules.js';

describe('readThresholds', () => {
  it('takes the defaults for what is left out', () => {
    const { thresholds, faults } = readThresholds({ CLASS_TOO_SMALL: { warn: 10 } });
    expect(faults).toEqual([]);
    expect(thresholds.CLASS_TOO_SMALL).toEqual({ fail: 5, warn: 10, validationFail: 1, validationWarn: 10 });
    expect(thresholds.BLUR).toEqual(DEFAULT_THRESHOLDS.BLUR);
    expect(readThresholds({ BLUR: null, EXPOSURE: { low: null, stop: null } })).toEqual(readThresholds({}));
    expect(readThresholds(null).thresholds.LEAK_NEAR).toEqual({ distance: 4, fail: 0.1 });
  });

  it('never changes the defaults', () => {
    readThresholds({ BLUR: { warn: 1 } });
    expect(readThresholds(undefined).thresholds.BLUR.warn).toBe(60);
  });

  it.each<[checks: unknown, paths: string[]]>([
    [[], ['']],
    ['x', ['']],
    [{ NOPE: {} }, ['NOPE']],
    [{ toString: {} }, ['toString']],
    [{ BLUR: 5 }, ['BLUR']],
    [{ BLUR: { sharp: 1 } }, ['BLUR.sharp']],
    [{ BLUR: { warn: -1 } }, ['BLUR.warn']],
    [{ BLUR: { warn: Number.NaN } }, ['BLUR.warn']],
    [{ LEAK_NEAR: { fail: 1.1, distance: 2.5 } }, ['LEAK_NEAR.fail', 'LEAK_NEAR.distance']],
    [{ QUARANTINE: { stop: true } }, ['QUARANTINE.stop']],
    [{ PATH_MISSING: { warn: 1 } }, ['PATH_MISSING.warn']],
    [{ PATH_MISSING: { stop: 'yes' } }, ['PATH_MISSING.stop']],
    [{ SORTED_UNSHUFFLED: { shuffle: false } }, []],
    [
      { SORTED_UNSHUFFLED: { shuffle: 0.5, buffer: 2.5 } },
      ['SORTED_UNSHUFFLED.shuffle', 'SORTED_UNSHUFFLED.buffer'],
    ],
    [{ CLASS_TOO_SMALL: { fail: 2.5 } }, ['CLASS_TOO_SMALL.fail']],
    [{ DRIFT: { minimum: 19.5 } }, ['DRIFT.minimum']],
    [{ EXPOSURE: { low: 216 } }, ['EXPOSURE.low']],
    [{ EXPOSURE: { low: 100, high: 100 } }, []],
  ])('%j -> %j', (checks, paths) => {
    expect(readThresholds(checks).faults.map(({ path }) => path.join('.'))).toEqual(paths);
  });

  it('says what stop is when it is something else', () => {
    expect(readThresholds({ DUPLICATE_EXACT: { stop: 'yes' } }).faults).toEqual([
      { path: ['DUPLICATE_EXACT', 'stop'], message: 'DUPLICATE_EXACT.stop is true or false.' },
    ]);
  });

  it('notes the codes whose warnings stop a run', () => {
    expect([...readThresholds({ BLUR: { stop: true }, EXPOSURE: { stop: false } }).thresholds.stops]).toEqual(
      ['BLUR'],
    );
  });
});
