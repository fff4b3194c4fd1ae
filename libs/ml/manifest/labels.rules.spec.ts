import { describe, expect, it } from 'vitest';
import { classMap, classMapChange, type LabelledRow, labelFaults, labelHoles } from './labels.rules.js';

const rows = (text: string): LabelledRow[] =>
  text.split(' ').map((part) => {
    const [split, name, label] = part.split(':');
    return { split: split === 'v' ? 'VALIDATION' : 'TRAINING', name: name!, label: Number(label) };
  });
const faults = (text: string) => labelFaults(rows(text)).map(({ code, index }) => `${code} ${index}`);

describe('labelFaults', () => {
  it.each<[name: string, text: string, expected: string[]]>([
    ['classes 0 to 1', 't:a:0 t:b:1 v:a:0 v:b:1', []],
    [
      'a label that equals the number of classes',
      't:a:0 t:b:1 t:b:2',
      ['LABEL_RANGE 2', 'LABEL_NAME_CONFLICT 2'],
    ],
    ['labels from 1', 't:a:1 t:b:2', ['LABEL_RANGE 1']],
    ['a negative label', 't:a:-1 t:b:1', ['LABEL_RANGE 0']],
    ['a hole', 't:a:0 t:b:1 t:c:3', ['LABEL_RANGE 2']],
    ['one name with two numbers', 't:a:0 t:a:0 t:a:1 t:b:1', ['LABEL_NAME_CONFLICT 2']],
    ['one number with two names', 't:a:0 t:a:0 t:b:0', ['LABEL_NAME_CONFLICT 2']],
    [
      'another number in validation',
      't:a:0 t:b:1 v:a:1 v:b:0',
      ['LABEL_NAME_CONFLICT 2', 'LABEL_NAME_CONFLICT 3'],
    ],
    ['a class that training lacks', 't:a:0 t:b:1 v:c:1', ['CLASS_MISSING 2', 'LABEL_NAME_CONFLICT 2']],
  ])('judges %s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('counts the place of an erased class, which no row may take and which is no hole', () => {
    const left = rows('t:a:0 t:c:2');
    expect([labelFaults(left, new Set([1])), labelHoles(left, new Set([1]))]).toEqual([[], []]);
    expect(labelFaults(left)).toMatchObject([{ code: 'LABEL_RANGE', index: 1 }]);
  });

  it('says what a label out of range would do', () => {
    const [fault] = labelFaults(rows('t:a:0 t:b:1 t:c:2 t:d:3 t:e:5'));
    expect(fault?.message).toBe('label 5 with 5 classes: would train against an all-zero target');
  });
});

describe('classMap', () => {
  it('orders the training names by their numbers', () => {
    expect(classMap(rows('t:b:1 t:a:0 t:b:1 v:z:2')).names).toEqual(['a', 'b']);
  });
  it('knows the numbers that no row uses', () => {
    expect(labelHoles(rows('t:a:0 t:b:2 t:c:2'))).toEqual([1]);
  });
});

describe('classMapChange', () => {
  it.each<[before: string[], now: string[], change: string | null]>([
    [['a', 'b'], ['a', 'b'], null],
    [['a', 'b'], ['a', 'b', 'c'], null],
    [['a', 'b'], ['b', 'a'], 'class "a" was 0 and is now 1'],
    [['a', 'b'], ['a'], 'class "b" (1) is gone'],
    [['a', 'b'], ['a', 'c'], 'class 1 was "b" and is now "c"'],
  ])('%j -> %j: %s', (before, now, change) => {
    expect(classMapChange(before, now)).toBe(change);
  });
});
