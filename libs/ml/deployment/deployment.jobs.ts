import { z } from 'zod';
import { defineJob } from '#platform';

/** Tries a version that a person wants live, and puts it there when it passes. */
export const deploymentSmoke = defineJob({
  name: 'deployment.smoke',
  schema: z.object({ deploymentId: z.string() }),
  uniqueKey: ({ deploymentId }) => deploymentId,
});

/** Makes a version that went live visible outside. */
export const modelReleased = defineJob({
  name: 'model.released',
  schema: z.object({ modelVersionId: z.string() }),
  uniqueKey: ({ modelVersionId }) => modelVersionId,
  retryLimit: 8,
});

/** Looks at every trial: back when it misbehaves, on when its stage is over. */
export const deploymentWatch = defineJob({
  name: 'deployment.watch',
  schema: z.object({}),
  uniqueKey: () => 'watch',
  retryLimit: 0,
});
