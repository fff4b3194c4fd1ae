import { z } from 'zod';
import { defineJob } from '#platform';

/** Look through one repository for what no webhook told. */
export const reconcileRepository = defineJob({
  name: 'github.reconcile',
  schema: z.object({ fullName: z.string() }),
  uniqueKey: ({ fullName }) => fullName,
  retryLimit: 2,
  retryDelaySeconds: 60,
  concurrency: 1,
});
