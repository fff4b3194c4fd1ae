import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { walkContract } from './walk.js';

const contract = `
  interface Node { id: ID! }
  enum Kind { A B }
  type Thing implements Node { id: ID! size(unit: String = "m", deep: Boolean!): Int! }
  input NewThing { key: String! count: Int = 3 }
  type Query { thing(input: NewThing!): Thing }
`;

describe('walkContract', () => {
  it('finds nothing when the schema serves the contract and more', () => {
    const more = contract.replace('A B', 'A B C').replace('count: Int = 3', 'count: Int = 3 note: String');
    expect(walkContract(contract, buildSchema(more))).toEqual([]);
  });

  it.each([
    ['a missing enum value', 'A B', 'A', 'Kind.B: missing'],
    ['another nullability', '): Int!', '): Int', 'Thing.size: Int! expected, Int built'],
    ['another default', '= 3', '= 4', 'NewThing.count: default 3 expected, 4 built'],
    ['a lost default', '= "m"', '', 'Thing.size.unit: default "m" expected, undefined built'],
    ['a lost argument', ', deep: Boolean!', '', 'Thing.size.deep: missing'],
    ['a lost interface', 'implements Node', '', 'Thing: does not implement Node'],
    ['an added demand', 'key: String!', 'key: String! extra: Int!', 'NewThing.extra: added and required'],
    ['another kind of type', 'input NewThing', 'scalar NewThing #', 'NewThing: another kind of type'],
  ])('finds %s', (_, from, to, fault) => {
    const built = buildSchema(
      fault.includes('kind')
        ? contract.replace(/input NewThing.*\n/, 'scalar NewThing\n')
        : contract.replace(from, to),
    );
    expect(walkContract(contract, built)).toContain(fault);
  });
});
