import type { Provider } from '@nestjs/common';
import type { JobContract } from '#platform';

/** Every job that the toil domain promises. */
export const toilJobs: JobContract[] = [];

/** The handlers of those jobs; only a worker provides them. */
export const toilHandlers: Provider[] = [];
