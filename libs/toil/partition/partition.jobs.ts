import { z } from 'zod';
import { defineJob } from '#platform';

/** Make the partitions of the years to come. */
export const keepPartitions = defineJob({
  name: 'partition.keep',
  schema: z.object({}),
  uniqueKey: () => 'all',
});
