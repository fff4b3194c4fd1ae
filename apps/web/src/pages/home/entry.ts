import type { HomeQuery } from '../../graphql/generated/operations.js';

/** One work entry as the home page reads it. */
export type Entry = HomeQuery['week']['nodes'][number];
