import { z } from 'zod';
import { defineJob } from '../jobs/job-contract.js';

/** Delete what is older than the rules of retention say. */
export const tidyUp = defineJob({
  name: 'retention.tidy',
  schema: z.object({}),
  uniqueKey: () => 'all',
  concurrency: 1,
});

export const retentionJobs = [tidyUp];
