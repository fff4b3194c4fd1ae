import type { Provider } from '@nestjs/common';
import { MlSample } from './ml-sample.js';
import { MlSampleRemoval } from './ml-sample-removal.js';
import { SamplePipelines } from './sample-pipelines.js';

/** Writing the sample and taking it away; only a worker does either. */
export const mlSampleProviders: Provider[] = [MlSample, MlSampleRemoval, SamplePipelines];
