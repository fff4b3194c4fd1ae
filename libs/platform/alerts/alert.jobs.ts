import { z } from 'zod';
import { defineJob } from '../jobs/job-contract.js';

const alertId = z.object({ alertId: z.string() });

/** An alert opened: turn it into an incident where it is critical. */
export const alertOpened = defineJob({ name: 'alert.opened', schema: alertId });

/** An alert was resolved: resolve its incident. */
export const alertResolved = defineJob({ name: 'alert.resolved', schema: alertId });

/** Tell one channel about one change of an alert. The notice id stays the same over all tries. */
export const alertNotice = defineJob({
  name: 'alert.notice',
  schema: z.object({
    noticeId: z.string(),
    alertId: z.string(),
    channelId: z.string(),
    event: z.enum(['opened', 'repeated', 'acknowledged', 'resolved']),
  }),
  retryLimit: 12,
  // A receiver that lets us wait must not hold up the others.
  concurrency: 6,
});

export const alertJobs = [alertOpened, alertResolved, alertNotice];
