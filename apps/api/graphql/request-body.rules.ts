import { badInput } from './api-error.js';

/** One operation as the client sent it. */
export interface OperationRequest {
  query: string;
  variables: Record<string, unknown> | null;
  operationName: string | null;
}

/** Reads a parsed body; throws BAD_USER_INPUT that names the member that is wrong. A list would be a batch: there are none. */
export function readOperation(body: unknown): OperationRequest {
  if (!isObject(body))
    throw badInput('Send one JSON object with "query", and "variables" and "operationName" if needed.');
  const { query, variables = null, operationName = null, extensions = null } = body;
  if (typeof query !== 'string') throw badInput('query: a text.');
  if (variables !== null && !isObject(variables)) throw badInput('variables: an object.');
  if (operationName !== null && typeof operationName !== 'string') throw badInput('operationName: a text.');
  if (extensions !== null && !isObject(extensions)) throw badInput('extensions: an object.');
  return { query, variables, operationName };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
