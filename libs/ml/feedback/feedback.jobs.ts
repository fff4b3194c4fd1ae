import { z } from 'zod';
import { defineJob } from '#platform';

/**
 * Asks the versions of a pipeline that are live or on trial about pictures whose true class was told. Not unique: one
 * that is about to end has passed by a label that was told just now.
 */
export const feedbackJudge = defineJob({
  name: 'feedback.judge',
  schema: z.object({ pipelineId: z.string() }),
});
