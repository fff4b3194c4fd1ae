import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { roleOf } from '../../apps/api/graphql/guarded-schema.js';

/** Who may call, from nobody to everything. */
export const COLUMNS = ['ANONYMOUS', 'VIEWER', 'MEMBER', 'LEAD', 'ADMIN'] as const;
export type Column = (typeof COLUMNS)[number];

/** One field and who may use it. */
export interface Row {
  field: string;
  cells: Record<Column, boolean>;
}

/** The committed table: a line for each field, a yes or no for each kind of caller. */
export function readTable(text: string): Row[] {
  const [head = '', ...lines] = text.trim().split('\n');
  if (head !== ['field', ...COLUMNS].join(','))
    throw new Error(`The table begins with another line: ${head}`);
  return lines.map((line) => {
    const [field = '', ...cells] = line.split(',');
    const known = COLUMNS.map(
      (column, index) => [column, yesOrNo(cells[index], `${field} ${column}`)] as const,
    );
    return { field, cells: Object.fromEntries(known) as Row['cells'] };
  });
}

/** Every field of the schema that asks for a role: all of Query, Mutation and Subscription, and others that say so. */
export function rowsOf(schema: GraphQLSchema): Row[] {
  const rows: Row[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const role = roleOf(schema, type, field);
      if (!role) continue;
      const least = role === 'ANYONE' ? 0 : COLUMNS.indexOf(role);
      const cells = Object.fromEntries(
        COLUMNS.map((column, index) => [column, index >= least]),
      ) as Row['cells'];
      rows.push({ field: `${type.name}.${field.name}`, cells });
    }
  }
  return rows.sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** The table as it is committed. */
export const writeTable = (rows: readonly Row[]): string =>
  `${[
    ['field', ...COLUMNS].join(','),
    ...rows.map(({ field, cells }) =>
      [field, ...COLUMNS.map((column) => (cells[column] ? 'yes' : 'no'))].join(','),
    ),
  ].join('\n')}\n`;

/** An operation that calls one root field with the least that its arguments take. */
export function callOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const given = field.args
    .filter(needed)
    .map((argument) => `${argument.name}: ${literal(argument.type, argument.name)}`);
  const type = getNamedType(field.type);
  const selection = isLeafType(type)
    ? ''
    : isObjectType(type) && 'userErrors' in type.getFields()
      ? '{ userErrors { code } }'
      : '{ __typename }';
  return `${kind} { it: ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${selection} }`;
}

const needed = ({ type, defaultValue }: Pick<GraphQLArgument, 'type' | 'defaultValue'>): boolean =>
  isNonNullType(type) && defaultValue === undefined;

const SAMPLES: Record<string, string> = {
  Int: '1',
  Float: '1.5',
  Boolean: 'false',
  DateTime: '"2026-03-02T09:00:00Z"',
  Date: '"2026-03-02"',
  Decimal: '"1"',
  Seconds: '1',
  Count: '1',
  JSON: '{}',
};

function literal(type: GraphQLInputType, name: string): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${literal(bare.ofType, name)}]`;
  if (isEnumType(bare)) return bare.getValues()[0]?.name ?? '';
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(needed);
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name)}`).join(', ')} }`;
  }
  return SAMPLES[bare.name] ?? '"no-such-thing"';
}

function yesOrNo(text: string | undefined, place: string): boolean {
  if (text !== 'yes' && text !== 'no') throw new Error(`${place}: yes or no is missing`);
  return text === 'yes';
}
