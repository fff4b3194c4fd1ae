import type { Tx } from '#platform';
import { WorkAmendment } from './work-amendment.entity.js';

/** What the amendments of an entry add to its own seconds; below 0 where they take some away. */
export async function amendedSeconds(tx: Tx, entryId: string): Promise<number> {
  return (await tx.findBy(WorkAmendment, { entryId })).reduce(
    (sum, { deltaSeconds }) => sum + deltaSeconds,
    0,
  );
}
