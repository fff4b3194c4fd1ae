import { Refusal } from '#platform';
import type { Living } from '../directory/lifecycle.rules.js';

/** The two that turned out to be one (keys): `from` is given up, `into` stays. */
export interface Merge {
  from: string;
  into: string;
}

/** Refuses a pair that cannot become one; `from` must be the row with that very key, not what it was merged into. */
export function refuseMerge(from: Living, into: Living, kind: string): void {
  if (from.mergedInto !== null) {
    throw new Refusal('INVALID_TRANSITION', `The ${kind} "${from.key}" has been merged before.`, [
      'input',
      'from',
    ]);
  }
  if (from.id === into.id) {
    throw new Refusal('INVALID_INPUT', `A ${kind} cannot be merged into itself.`, ['input', 'into']);
  }
  if (into.archivedAt !== null) {
    const message = `The ${kind} "${into.key}" is archived. Restore it first, or merge the other way round.`;
    throw new Refusal('ARCHIVED', message, ['input', 'into']);
  }
}
