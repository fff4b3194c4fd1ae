import { z } from 'zod';
import { defineJob } from '#platform';

/** Ask about incidents that are open and that nobody said anything about for long. */
export const askAboutStaleIncidents = defineJob({
  name: 'incident.ask-about-stale',
  schema: z.object({}),
  uniqueKey: () => 'all',
});

/** The one notice about a stale incident. */
export const staleAlertOf = ({ number }: { number: number }) => ({
  kind: 'incident.stale',
  subject: `incident-${number}`,
});
