import { type GraphQLScalarType, parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CountScalar, DateScalar, DateTimeScalar, DecimalScalar, SecondsScalar } from './scalars.js';

const inVariable = (type: GraphQLScalarType, value: unknown) => type.parseValue(value);
const inText = (type: GraphQLScalarType, text: string) => type.parseLiteral(parseValue(text), {});

describe('DateTime', () => {
  it.each([
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00.5+09:00', '2026-03-02T00:00:00.500Z'],
    ['2026-03-02t09:00:00z', '2026-03-02T09:00:00.000Z'],
    ['2024-02-29T23:59:59-11:30', '2024-03-01T11:29:59.000Z'],
  ])('reads %s', (text, expected) =>
    expect((inVariable(DateTimeScalar, text) as Date).toISOString()).toBe(expected),
  );

  it.each([
    '2026-03-02T09:00:00',
    '2026-03-02',
    '2026-02-29T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02 09:00:00Z',
    '',
    5,
    null,
  ])('refuses %j', (value) => expect(() => inVariable(DateTimeScalar, value)).toThrow(/DateTime/));

  it('writes UTC', () => expect(DateTimeScalar.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z'));
});

describe('Date', () => {
  it.each(['2026-02-28', '2024-02-29'])('reads %s', (text) =>
    expect(inText(DateScalar, `"${text}"`)).toBe(text),
  );
  it.each(['2026-02-29', '2026-13-01', '2026-3-2', '20260302', 'today'])('refuses %s', (text) =>
    expect(() => inVariable(DateScalar, text)).toThrow(/Date/),
  );
});

describe('Decimal', () => {
  it.each([
    ['"12.50"', '12.50'],
    ['12.5', '12.5'],
    ['-3', '-3'],
    ['"+1"', '1'],
    ['0.0000001', '0.0000001'],
  ])('reads %s from the text of a query', (text, expected) =>
    expect(inText(DecimalScalar, text)).toBe(expected),
  );

  it.each(['1e3', '', ' 1', '1,5', 'NaN', '.5', true, Number.POSITIVE_INFINITY, '9'.repeat(41)])(
    'refuses %j',
    (value) => expect(() => inVariable(DecimalScalar, value)).toThrow(/Decimal/),
  );
});

describe.each([
  ['Seconds', SecondsScalar],
  ['Count', CountScalar],
])('%s', (name, type) => {
  it.each([0, -5, 2 ** 53 - 1])('reads %d', (value) => expect(inVariable(type, value)).toBe(value));
  it.each([1.5, 2 ** 53, '5', Number.NaN])('refuses %j', (value) =>
    expect(() => inVariable(type, value)).toThrow(name),
  );
  it('writes a bigint column as a number', () =>
    expect(type.serialize('9007199254740991')).toBe(2 ** 53 - 1));
});

describe('Seconds on the way out', () => {
  it.each([
    [1.5, 2],
    [1.49, 1],
    [-0.5, 0],
  ])('rounds %d half-up to %d', (value, expected) =>
    expect(SecondsScalar.serialize(value)).toBe(expected + 0),
  );
});
