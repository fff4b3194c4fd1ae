import { GraphQLError } from 'graphql';

/** Codes of top-level errors (extensions.code); refusals of mutations are userErrors instead. docs/errors.md lists both. */
export const TOP_LEVEL_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'RATE_LIMITED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
] as const;
export type TopLevelCode = (typeof TOP_LEVEL_CODES)[number];

/** A top-level error that the caller may read as it is; everything else that is thrown gets masked. */
export function apiError(
  code: TopLevelCode,
  message: string,
  more: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more } });
}

/** The request itself is wrong: a value, an argument, a cursor. */
export const badInput = (message: string): GraphQLError => apiError('BAD_USER_INPUT', message);

/** No credentials, or credentials that mean nobody. */
export const unauthenticated = (): GraphQLError =>
  apiError('UNAUTHENTICATED', 'Sign in, or send "Authorization: Bearer <API token>".');

/** The account is known and may not; `needed` is what it lacks, such as "the role ADMIN". */
export const forbidden = (needed: string): GraphQLError => apiError('FORBIDDEN', `This needs ${needed}.`);
