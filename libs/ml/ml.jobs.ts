import type { Provider } from '@nestjs/common';
import type { JobContract } from '#platform';

/** Every job that the machine-learning domain promises. */
export const mlJobs: JobContract[] = [];

/** The handlers of those jobs that need no TensorFlow; only a worker provides them. */
export const mlHandlers: Provider[] = [];
