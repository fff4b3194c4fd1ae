import type { Provider } from '@nestjs/common';
import type { JobContract } from '#platform';
import { datasetJobs } from './dataset/dataset.jobs.js';
import { datasetHandlers } from './dataset/dataset.providers.js';
import { feedbackHandlers, feedbackJobs } from './feedback/feedback.providers.js';
import { runHandlers, runJobs } from './run/run.providers.js';

/** Every job that the machine-learning domain promises. */
export const mlJobs: JobContract[] = [...datasetJobs, ...feedbackJobs, ...runJobs] as JobContract[];

/** The handlers of those jobs that need no TensorFlow; only a worker provides them. */
export const mlHandlers: Provider[] = [...datasetHandlers, ...feedbackHandlers, ...runHandlers];
