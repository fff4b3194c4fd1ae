import { GraphQLError } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { InvalidCursor, Refusal, Refusals } from '#platform';
import { badInput } from './api-error.js';
import { maskError } from './mask-error.js';

const located = (cause: Error) => new GraphQLError(cause.message, { path: ['it'], originalError: cause });
const mask = (error: unknown) => {
  const report = vi.fn();
  return { masked: maskError(error, report).toJSON(), report };
};

describe('maskError', () => {
  it('tells nothing of a surprise but a reference, which the report has too', () => {
    const cause = new Error('relation "account" does not exist at /srv/untoil/db.ts:5');
    for (const error of [cause, located(cause), 'text', null]) {
      const { masked, report } = mask(error);
      expect(JSON.stringify(masked)).not.toMatch(/relation|untoil|\.ts/);
      expect(masked.extensions).toEqual({
        code: 'INTERNAL_SERVER_ERROR',
        reference: report.mock.calls[0]?.[1],
      });
    }
  });

  it.each([
    ['what we said on purpose', located(badInput('first: 1 to 100')), 'BAD_USER_INPUT', 'first: 1 to 100'],
    [
      'a cursor that is none',
      located(new InvalidCursor()),
      'BAD_USER_INPUT',
      'after: not a cursor of this connection',
    ],
    [
      'a query about nothing',
      located(new Refusal('NOT_FOUND', 'There is none.', ['key'])),
      'NOT_FOUND',
      'There is none.',
    ],
    [
      'input that makes no sense',
      located(new Refusal('END_BEFORE_START', 'No.', ['to'])),
      'BAD_USER_INPUT',
      'No.',
    ],
    [
      'the first of several',
      located(new Refusals([new Refusal('FORBIDDEN', 'One.', []), new Refusal('CONFLICT', 'Two.', [])])),
      'FORBIDDEN',
      'One.',
    ],
    [
      'a variable that GraphQL refused',
      new GraphQLError('Variable "$x" got invalid value 5.', {
        originalError: badInput('Date: a calendar date'),
      }),
      'BAD_USER_INPUT',
      'Variable "$x" got invalid value 5.',
    ],
  ])('shows %s', (_, error, code, message) => {
    const { masked, report } = mask(error);
    expect(masked).toMatchObject({ message, extensions: { code } });
    expect(report).not.toHaveBeenCalled();
  });

  it('says which argument a refused query was about', () => {
    const { masked } = mask(located(new Refusal('END_BEFORE_START', 'No.', ['input', 'to'], { hint: 1 })));
    expect(masked.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'END_BEFORE_START',
      argument: ['input', 'to'],
      details: { hint: 1 },
    });
  });
});
