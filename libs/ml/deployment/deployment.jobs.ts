import { z } from 'zod';
import { defineJob } from '#platform';

/** Tries a version that a person wants live, and puts it there when it passes. */
export const deploymentSmoke = defineJob({
  name: 'deployment.smoke',
  schema: z.object({ deploymentId: z.string() }),
  uniqueKey: ({ deploymentId }) => deploymentId,
});

/** Looks at every trial: back when it misbehaves, on when its stage is over. */
export const deploymentWatch = defineJob({
  name: 'deployment.watch',
  schema: z.object({}),
  uniqueKey: () => 'watch',
  retryLimit: 0,
});
