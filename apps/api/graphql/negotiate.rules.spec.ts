import { describe, expect, it } from 'vitest';
import { answerType } from './negotiate.rules.js';

describe('answerType', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/json', 'application/json'],
    ['Application/JSON; charset=utf-8', 'application/json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/json;q=0.5, application/graphql-response+json;q=0.9', 'application/graphql-response+json'],
    ['text/event-stream, */*;q=0.1', 'text/event-stream'],
    ['text/html, application/json;q=0.2', 'application/json'],
    ['text/html', null],
    ['application/json;q=0', null],
    ['application/json; charset=iso-8859-1', null],
  ])('reads %j as %j', (accept, expected) => expect(answerType(accept)).toBe(expected));
});
