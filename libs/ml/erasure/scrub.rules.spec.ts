import { describe, expect, it } from 'vitest';
import { isErasedName, placeholderOf, scrub, scrubText } from './scrub.rules.js';

const X = placeholderOf('0189-abcdef012345');
const person = {
  name: 'Ada (L.)',
  placeholder: X,
  paths: new Set(['Ada (L.)/1.png']),
  pixels: new Set(['f00d']),
};

describe('scrubText', () => {
  it.each([
    ['Ada (L.)', X],
    ['Ada (L.), Bo', `${X}, Bo`],
    ['the smallest is Ada (L.) with 3', `the smallest is ${X} with 3`],
    ['"Ada (L.)/1.png" has changed', `"${X}" has changed`],
    ['Ada (L.)x', 'Ada (L.)x'],
    ['xAda (L.)', 'xAda (L.)'],
    ['f00d', X],
    ['Ada', 'Ada'],
  ])('makes %j into %j', (text, scrubbed) => expect(scrubText(text, person)).toBe(scrubbed));

  it('tells a name from the beginning of another one, in any script', () => {
    const min = { ...person, name: '민준' };
    expect(scrubText('민준, 민준서, 김민준', min)).toBe(`${X}, 민준서, 김민준`);
  });
});

describe('scrub', () => {
  it('drops entries that show a picture of the person, alone or in a pair, and leaves the others', () => {
    const other = { path: 'Bo/1.png', pixelSha: 'beef', label: 'Bo' };
    const own = { path: 'elsewhere.png', pixelSha: 'f00d', label: 'Bo' };
    const found = {
      code: 'LEAK',
      pictures: [own, other],
      pairs: [
        { a: other, b: own },
        { a: other, b: other },
      ],
    };
    expect(scrub([found], person)).toEqual([
      { code: 'LEAK', pictures: [other], pairs: [{ a: other, b: other }] },
    ]);
  });

  it('keeps entries that count, without saying which picture it was', () => {
    const answer = { path: 'Ada (L.)/1.png', pixelSha: 'f00d', label: 0, predicted: 1 };
    expect(scrub([answer], person, true)).toEqual([{ ...answer, path: X, pixelSha: X }]);
  });

  it('leaves our own words alone when a person is called by one', () => {
    const train = { ...person, name: 'TRAINING' };
    expect(scrub({ split: 'TRAINING', label: 'TRAINING' }, train)).toEqual({ split: 'TRAINING', label: X });
  });
});

describe('isErasedName', () => {
  it.each([
    [X, true],
    ['erased-me', false],
    ['Ada', false],
  ])('of %s is %s', (name, erased) => expect(isErasedName(name)).toBe(erased));
});
