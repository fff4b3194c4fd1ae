import type { Provider } from '@nestjs/common';
import { mlSampleProviders } from '#ml';
import { toilSampleProviders } from '#toil';
import { LoadSampleHandler } from './load-sample.handler.js';
import { RemoveSampleHandler } from './remove-sample.handler.js';
import { SampleStory } from './sample-story.js';

/** What the worker does about sample data. */
export const sampleProviders: Provider[] = [
  ...toilSampleProviders,
  ...mlSampleProviders,
  SampleStory,
  LoadSampleHandler,
  RemoveSampleHandler,
];
