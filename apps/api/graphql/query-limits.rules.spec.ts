import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf, excessOf, introspects, LIMITS } from './query-limits.rules.js';

const times = (n: number, make: (index: number) => string) =>
  Array.from({ length: n }, (_, index) => make(index)).join(' ');
const deep = (levels: number): string => (levels === 0 ? 'leaf' : `f { ${deep(levels - 1)} }`);

describe('excessOf', () => {
  it.each([
    ['aliases', LIMITS.aliases, (n: number) => `{ ${times(n, (index) => `a${index}: leaf`)} }`],
    ['directives', LIMITS.directives, (n: number) => `{ ${times(n, () => 'leaf @skip(if: true)')} }`],
    ['levels', LIMITS.depth, (n: number) => `{ ${deep(n)} }`],
    [
      'levels through fragments',
      LIMITS.depth,
      (n: number) => `{ ...A } fragment A on T { f { ...B } } fragment B on T { ${deep(n - 1)} }`,
    ],
    [
      'aliases through fragments',
      LIMITS.aliases,
      (n: number) => `{ ${times(n, () => '...A')} } fragment A on T { a: leaf }`,
    ],
    ['introspection levels', LIMITS.introspectionDepth, (n: number) => `{ __schema { ${deep(n - 1)} } }`],
  ])('allows n %s and refuses n + 1', (_, n, make) => {
    expect(excessOf(parse(make(n)))).toBeNull();
    expect(excessOf(parse(make(n + 1)))).toMatch(/are allowed/);
  });

  it('lets the standard introspection query through', () => {
    expect(excessOf(parse(getIntrospectionQuery()))).toBeNull();
  });

  it('measures fragments that double at each step in no time, and counts them in full', () => {
    const steps = times(40, (n) => `fragment F${n} on T { ...F${n + 1} ...F${n + 1} }`);
    expect(excessOf(parse(`{ ...F0 } ${steps} fragment F40 on T { a: leaf }`))).toMatch(/aliases/);
  });

  it('does not hang on a fragment inside itself', () => {
    expect(excessOf(parse('{ ...A } fragment A on T { f { ...A } }'))).toBeNull();
  });
});

describe('introspects', () => {
  it.each([
    ['{ __schema { types { name } } }', true],
    ['{ ...A } fragment A on Query { __type(name: "T") { name } }', true],
    ['{ __typename f { __typename } }', false],
  ])('%s: %s', (query, expected) => expect(introspects(parse(query))).toBe(expected));
});

describe('costOf', () => {
  it.each([
    ['a leaf', '{ leaf }', {}, 0.1],
    ['an object with two leaves', '{ f { a b } }', {}, 1.2],
    ['a page counts once for each node it may hold', '{ f(first: 10) { a } }', {}, 11],
    ['pages inside pages multiply', '{ f(first: 10) { g(first: 10) { a } } }', {}, 120],
    ['the size in a variable', 'query ($n: Int!) { f(first: $n) { a } }', { n: 100 }, 110],
    ['the default of a variable', 'query ($n: Int = 50) { f(first: $n) { a } }', {}, 55],
    ['a fragment at each place', '{ f { ...A } g { ...A } } fragment A on T { a b }', {}, 2.4],
  ])('%s', (_, query, variables, expected) => {
    expect(costOf(parse(query), null, variables)).toBeCloseTo(expected, 6);
  });

  it('counts the operation that is asked for', () => {
    const document = parse('query A { leaf } query B { f(first: 100) { a } }');
    expect(costOf(document, 'A', {})).toBeCloseTo(0.1);
    expect(costOf(document, 'B', {})).toBeCloseTo(110);
  });
});
