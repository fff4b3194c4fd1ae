import { GraphQLError } from 'graphql';
import { InvalidCursor } from '#platform';
import { userErrorsOf } from './answer.js';
import { apiError, type TopLevelCode } from './api-error.js';

/** Told about what was masked, with the id that the caller got. */
export type ReportSurprise = (error: unknown, reference: string) => void;

/**
 * What a caller may see of an error: what we or GraphQL said on purpose, with a code. Everything else becomes
 * INTERNAL_SERVER_ERROR with a reference that the log repeats; no message, no stack, no SQL leaves the house.
 */
export function maskError(error: unknown, report: ReportSurprise): GraphQLError {
  if (!(error instanceof GraphQLError)) return masked(error, undefined, report);
  const cause = rootOf(error);
  if (cause instanceof GraphQLError) return coded(error, cause.message, cause.extensions);
  if (cause instanceof InvalidCursor) return coded(error, cause.message, { code: 'BAD_USER_INPUT' });
  const refused = refusalError(cause);
  if (refused) return coded(error, refused.message, refused.extensions);
  return masked(cause, error, report);
}

/** A refusal as the top-level error that a query answers with; null for any other error. */
export function refusalError(error: unknown): GraphQLError | null {
  const [refusal] = userErrorsOf(error);
  if (!refusal) return null;
  const { code, message, path, details } = refusal;
  return apiError(topLevel(code), message, { reason: code, argument: path, ...(details ? { details } : {}) });
}

// A resolver's error arrives wrapped once by GraphQL; a value that a scalar refused is wrapped inside a message
// that names the variable, which is the one to show.
function rootOf(error: GraphQLError): unknown {
  const cause = error.originalError;
  if (!cause) return error;
  if (error.path === undefined) return cause instanceof GraphQLError ? error : cause;
  return cause;
}

function coded(
  at: GraphQLError,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): GraphQLError {
  const code = extensions.code ?? 'BAD_USER_INPUT';
  return new GraphQLError(message, {
    nodes: at.nodes,
    source: at.source,
    positions: at.positions,
    path: at.path,
    extensions: { ...extensions, code },
  });
}

function masked(cause: unknown, at: GraphQLError | undefined, report: ReportSurprise): GraphQLError {
  const reference = crypto.randomUUID();
  report(cause, reference);
  return new GraphQLError('Something went wrong on our side. The log has it under this reference.', {
    nodes: at?.nodes,
    source: at?.source,
    positions: at?.positions,
    path: at?.path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies TopLevelCode, reference },
  });
}

const topLevel = (code: string): TopLevelCode =>
  code === 'NOT_FOUND' || code === 'FORBIDDEN' ? code : 'BAD_USER_INPUT';
