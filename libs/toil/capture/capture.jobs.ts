import { z } from 'zod';
import { defineJob } from '#platform';

/** Stop the timers that nobody answers for. */
export const stopForgottenTimers = defineJob({
  name: 'timer.stop-forgotten',
  schema: z.object({}),
  uniqueKey: () => 'all',
});
