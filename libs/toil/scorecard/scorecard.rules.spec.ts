import { describe, expect, it } from 'vitest';
import { type ScoreFacts, scorecard } from './scorecard.rules.js';

const facts = (over: Partial<ScoreFacts>): ScoreFacts => ({
  toilPercent: null,
  watchPercent: 30,
  consumedPercent: null,
  coveragePercent: null,
  highCoveragePercent: 80,
  scalesLinearly: null,
  growthClass: null,
  automatedPercent: null,
  incidents: 0,
  unanswered: 0,
  ...over,
});
const passed = (over: Partial<ScoreFacts>) => scorecard(facts(over)).map((check) => check.passed);

describe('scorecard', () => {
  it('judges nothing that nobody measured', () => {
    expect(passed({})).toEqual([null, null, null, null, null, null]);
  });

  it.each([
    [{ toilPercent: '29.99' }, 0, true],
    [{ toilPercent: '30.00' }, 0, false],
    [{ consumedPercent: '99.99' }, 1, true],
    [{ consumedPercent: '100.00' }, 1, false],
    [{ coveragePercent: '80.00' }, 2, true],
    [{ coveragePercent: '79.99' }, 2, false],
    [{ growthClass: 'SUBLINEAR', scalesLinearly: false }, 3, true],
    [{ growthClass: 'LINEAR', scalesLinearly: true }, 3, false],
    [{ growthClass: 'SUPERLINEAR', scalesLinearly: false }, 3, false],
    [{ automatedPercent: '50.00' }, 4, true],
    [{ automatedPercent: '49.99' }, 4, false],
    [{ incidents: 3, unanswered: 0 }, 5, true],
    [{ incidents: 3, unanswered: 1 }, 5, false],
  ])('%j', (over, index, expected) => {
    expect(passed(over)[index]).toBe(expected);
  });
});
