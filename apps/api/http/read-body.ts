import type { z } from 'zod';
import { badInput } from '../graphql/api-error.js';

/** The body as the schema describes it; otherwise BAD_USER_INPUT that names the first fault's place, never the value. */
export function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw badInput(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is not what was expected'}`);
}
