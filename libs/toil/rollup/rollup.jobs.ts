import { z } from 'zod';
import { defineJob } from '#platform';

/** Bring stale roll-ups up to the facts until none is left. */
export const refreshRollups = defineJob({
  name: 'rollup.refresh',
  schema: z.object({}),
  uniqueKey: () => 'all',
  expireInSeconds: 3600,
});

/** Add up the pieces that refreshes left in the services' sums. */
export const compactRollups = defineJob({
  name: 'rollup.compact',
  schema: z.object({}),
  uniqueKey: () => 'all',
});
