import { z } from 'zod';
import { defineJob } from '#platform';

/** Evaluate every service's toil budget at the close of a day of the reporting zone; left out: of yesterday. */
export const evaluateBudgets = defineJob({
  name: 'budget.evaluate',
  schema: z.object({ at: z.iso.date().nullish() }),
  uniqueKey: ({ at }) => at ?? 'yesterday',
});
