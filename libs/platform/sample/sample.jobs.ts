import { z } from 'zod';
import { defineJob } from '../jobs/job-contract.js';

/** Write the sample data that is not written yet. */
export const sampleLoad = defineJob({
  name: 'sample.load',
  schema: z.object({}),
  uniqueKey: () => 'all',
  concurrency: 1,
});

/** Take all of the sample data away. */
export const sampleRemove = defineJob({
  name: 'sample.remove',
  schema: z.object({}),
  uniqueKey: () => 'all',
  concurrency: 1,
});

export const sampleJobs = [sampleLoad, sampleRemove];
