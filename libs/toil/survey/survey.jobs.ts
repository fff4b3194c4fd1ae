import { z } from 'zod';
import { defineJob } from '#platform';

/** Open the surveys that are due, remind, and close those whose time is over. */
export const runSurveys = defineJob({
  name: 'survey.run',
  schema: z.object({}),
  uniqueKey: () => 'all',
});

/** The one notice about a campaign that lacks answers. */
export const surveyAlertOf = ({ id }: { id: string }) => ({ kind: 'survey.open', subject: id });
