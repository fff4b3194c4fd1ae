import { describe, expect, it } from 'vitest';
import {
  type ClassifiedType,
  classify,
  classOfType,
  DEFAULT_CLASS_POLICY,
  isToil,
  type ToilCriteria,
  toilScore,
} from './classification.rules.js';

const NONE: ToilCriteria = {
  manual: false,
  repetitive: false,
  automatable: false,
  tactical: false,
  noEnduringValue: false,
  scalesLinearly: false,
};
const ALL: ToilCriteria = {
  manual: true,
  repetitive: true,
  automatable: true,
  tactical: true,
  noEnduringValue: true,
  scalesLinearly: true,
};
const type = (
  criteria: ToilCriteria | null,
  forcedClass: ClassifiedType['forcedClass'] = null,
  key = 'deploy',
) => ({
  key,
  criteria,
  forcedClass,
});

describe('toilScore', () => {
  it.each([
    [ALL, { held: 5, all: 5 }],
    [NONE, { held: 0, all: 5 }],
    [
      { ...NONE, tactical: true },
      { held: 0, all: 5 },
    ],
    [
      { ...NONE, manual: true, noEnduringValue: true, repetitive: true },
      { held: 3, all: 5 },
    ],
  ])('weighs %j', (criteria, score) => {
    expect(toilScore(criteria, DEFAULT_CLASS_POLICY)).toEqual(score);
  });
});

describe('isToil', () => {
  it.each([
    [
      '0.6, manual and without value',
      { ...NONE, manual: true, noEnduringValue: true, repetitive: true },
      true,
    ],
    ['0.4', { ...NONE, manual: true, noEnduringValue: true }, false],
    ['not manual', { ...ALL, manual: false }, false],
    ['of enduring value', { ...ALL, noEnduringValue: false }, false],
    ['0.4 and tactical', { ...NONE, manual: true, noEnduringValue: true, tactical: true }, false],
  ])('%s', (_, criteria, toil) => {
    expect(isToil(criteria, DEFAULT_CLASS_POLICY)).toBe(toil);
  });
});

describe('classOfType', () => {
  it.each([
    [type(ALL), 'TOIL'],
    [type(NONE), 'UNCLASSIFIED'],
    [type(null), 'UNCLASSIFIED'],
    [type(ALL, 'ENGINEERING'), 'ENGINEERING'],
    [type(ALL, null, 'weekly-report'), 'OVERHEAD'],
    [type(ALL, 'TOIL', 'weekly-report'), 'TOIL'],
  ])('%j is %s', (given, workClass) => {
    expect(classOfType(given, DEFAULT_CLASS_POLICY)).toBe(workClass);
  });
});

describe('classify', () => {
  it.each([
    ['nothing known', null, null, 1, 'UNCLASSIFIED', 'NOTHING_KNOWN'],
    ['stated without a type', 'TOIL', null, 1, 'TOIL', 'STATED'],
    ['stated beats the repetition rule', 'TOIL', type(ALL), 1, 'TOIL', 'STATED'],
    ['stated beats the score', 'ENGINEERING', type(ALL), 5, 'ENGINEERING', 'STATED'],
    ['stated beats a forced class', 'TOIL', type(null, 'ENGINEERING'), 1, 'TOIL', 'STATED'],
    ['forced overhead beats stated', 'TOIL', type(ALL, 'OVERHEAD'), 9, 'OVERHEAD', 'FORCED_BY_TYPE'],
    ['overhead list beats stated', 'TOIL', type(ALL, null, 'expenses'), 9, 'OVERHEAD', 'FORCED_BY_TYPE'],
    ['forced beats the repetition rule', null, type(null, 'TOIL'), 1, 'TOIL', 'FORCED_BY_TYPE'],
    ['first time', null, type(ALL), 1, 'UNCLASSIFIED', 'NOT_REPETITIVE_YET'],
    ['second time', null, type(ALL), 2, 'UNCLASSIFIED', 'NOT_REPETITIVE_YET'],
    ['third time', null, type(ALL), 3, 'TOIL', 'SCORED'],
    [
      'the log proves repetition',
      null,
      type({ ...ALL, repetitive: false, automatable: false, scalesLinearly: false }),
      3,
      'TOIL',
      'SCORED',
    ],
    ['score too low', null, type(NONE), 3, 'UNCLASSIFIED', 'SCORE_TOO_LOW'],
  ] as const)('%s', (_, stated, given, occurrence, workClass, reason) => {
    expect(classify(stated, given, occurrence, DEFAULT_CLASS_POLICY)).toEqual({ workClass, reason });
  });
});
