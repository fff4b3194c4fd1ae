import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { decimal, isDecimal } from '#platform';
import { badInput } from './api-error.js';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Instant, RFC 3339 with an offset; one without is refused. A Date inside. */
export const DateTimeScalar = scalar<Date, string>({
  name: 'DateTime',
  description: 'Instant, RFC 3339 with an offset; one without is refused.',
  read: (value) => {
    const match = typeof value === 'string' ? INSTANT.exec(value) : null;
    if (!match || !isDay(match[1] ?? ''))
      throw badInput('DateTime: RFC 3339 with an offset, such as "2026-03-02T09:00:00Z".');
    refuseOtherAges(match[1] ?? '', 'DateTime');
    return new Date(String(value).toUpperCase());
  },
  write: (value) => {
    const instant = value instanceof Date ? value : new Date(String(value));
    return instant.toISOString();
  },
});

/** Calendar date. 'YYYY-MM-DD' inside. */
export const DateScalar = scalar<string, string>({
  name: 'Date',
  description: "Calendar date YYYY-MM-DD, in the organisation's reporting zone.",
  read: (value) => {
    if (typeof value !== 'string' || !DAY.test(value) || !isDay(value)) {
      throw badInput('Date: a calendar date such as "2026-03-02".');
    }
    refuseOtherAges(value, 'Date');
    return value;
  },
  write: (value) => String(value),
});

/** Decimal in a string. Text inside, so that no digit is lost. */
export const DecimalScalar = scalar<string, string>({
  name: 'Decimal',
  description:
    'Decimal in a string. Percentages always with exactly 2 decimals, half-up ("25.00", "8.75"); other quantities half-up, at most 4. As input any plain decimal. Names that end in Percent hold 0..100, names that end in Share hold 0..1.',
  read: (value) => {
    const text = typeof value === 'number' ? plainOf(value) : value;
    if (typeof text !== 'string' || text.length > 40 || !isDecimal(text)) {
      throw badInput('Decimal: a plain decimal such as "12.5".');
    }
    return text.replace(/^\+/, '');
  },
  write: (value) => (typeof value === 'number' ? decimal(value) : String(value)),
});

/** Whole seconds. A number inside; what is stored with a fraction is rounded half-up on the way out. */
export const SecondsScalar = scalar<number, number>({
  name: 'Seconds',
  description:
    'Whole seconds, a JSON integer up to 2^53 - 1, half-up (parts may differ from their total by 1 s).',
  read: (value) => wholeOf(value, 'Seconds'),
  write: (value) => (Number.isInteger(Number(value)) ? Number(value) : Math.floor(Number(value) + 0.5)),
});

/** Whole number. A number inside; a bigint column's text is accepted on the way out. */
export const CountScalar = scalar<number, number>({
  name: 'Count',
  description: 'Whole number up to 2^53 - 1.',
  read: (value) => wholeOf(value, 'Count'),
  write: (value) => Number(value),
});

/** Any JSON value, as it is. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  serialize: (value) => value,
});

interface ScalarSpec<I, O> {
  name: string;
  description: string;
  read(value: unknown): I;
  write(value: unknown): O;
}

function scalar<I, O>(spec: ScalarSpec<I, O>): GraphQLScalarType<I, O> {
  return new GraphQLScalarType<I, O>({
    name: spec.name,
    description: spec.description,
    parseValue: spec.read,
    parseLiteral: (node) => spec.read(literalOf(node)),
    serialize: spec.write,
  });
}

function literalOf(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  return undefined;
}

// 1e-7 is what JavaScript prints for 0.0000001; the plain form is what was meant.
const plainOf = (value: number): string =>
  String(value).includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);

function wholeOf(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw badInput(`${name}: a whole number.`);
  return value;
}

// Neither reckoning nor the database goes on for ever: some days after 9999-12-31 there is no date that either can write.
function refuseOtherAges(day: string, name: string): void {
  if (day < '1900-01-01' || day > '2999-12-31') throw badInput(`${name}: between 1900-01-01 and 2999-12-31.`);
}

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0));
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
