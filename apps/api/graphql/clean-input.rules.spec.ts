import { buildSchema, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { cleanArguments } from './clean-input.rules.js';

const schema = buildSchema(`
  input Inner { size: Int = 3 note: String }
  input Tree { name: String! children: [Tree!] }
  input Outer { key: String! hours: String = "40" inner: Inner list: [Inner!] }
  type Query {
    plain(id: ID!): Int
    points(points: Int = 500, series: [String!]): Int
    make(input: Outer!): Int
    tree(input: Tree!): Int
  }
`);
const clean = (field: string) =>
  cleanArguments((schema.getQueryType() as GraphQLObjectType).getFields()[field]?.args ?? []);

describe('cleanArguments', () => {
  it('leaves alone what can hold no null', () => expect(clean('plain')).toBeNull());

  it.each([
    ['drops a null', 'points', { series: null, points: 7 }, { points: 7 }],
    ['lets the default of an argument apply', 'points', { points: null }, { points: 500 }],
    [
      'lets the default of an input field apply',
      'make',
      { input: { key: 'a', hours: null } },
      { input: { key: 'a', hours: '40' } },
    ],
    [
      'reaches into nested inputs',
      'make',
      { input: { key: 'a', inner: { size: null, note: null } } },
      { input: { key: 'a', hours: '40', inner: { size: 3 } } },
    ],
    [
      'reaches into lists',
      'make',
      { input: { key: 'a', list: [{ size: null }, { note: 'x' }] } },
      { input: { key: 'a', hours: '40', list: [{ size: 3 }, { size: 3, note: 'x' }] } },
    ],
    [
      'follows an input that holds itself',
      'tree',
      { input: { name: 'a', children: [{ name: 'b', children: null }] } },
      { input: { name: 'a', children: [{ name: 'b' }] } },
    ],
    [
      'keeps false, zero and the empty text',
      'make',
      { input: { key: '', hours: '0' } },
      { input: { key: '', hours: '0' } },
    ],
  ])('%s', (_, field, given, expected) => expect(clean(field)?.(given)).toEqual(expected));
});
