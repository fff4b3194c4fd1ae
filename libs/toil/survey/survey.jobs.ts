import { z } from 'zod';
import { defineJob } from '#platform';

/** Open the surveys that are due, remind, and close those whose time is over. */
export const runSurveys = defineJob({
  name: 'survey.run',
  schema: z.object({}),
  uniqueKey: () => 'all',
});

/** Remind by mail those who have not answered a campaign. Whom is looked up when it runs, and is in no payload. */
export const mailReminders = defineJob({
  name: 'survey.mail',
  schema: z.object({ campaignId: z.string() }),
  uniqueKey: ({ campaignId }) => campaignId,
  // More than an hour: servers that do not know a sender yet ask it to come back later.
  retryLimit: 10,
});

/** The one notice about a campaign that lacks answers. */
export const surveyAlertOf = ({ id }: { id: string }) => ({ kind: 'survey.open', subject: id });
