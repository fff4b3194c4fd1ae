import { Module, type Provider } from '@nestjs/common';
import { datasetServices } from './dataset/dataset.providers.js';
import { erasureServices } from './erasure/erasure.providers.js';
import { feedbackServices } from './feedback/feedback.providers.js';
import { reviewServices } from './review/review.providers.js';
import { runServices } from './run/run.providers.js';
import { MlSamplePreview } from './sample/ml-sample-preview.js';

const services: Provider[] = [
  ...datasetServices,
  ...reviewServices,
  ...feedbackServices,
  ...runServices,
  ...erasureServices,
  MlSamplePreview,
];

/** The use cases of machine learning; the same in the API and the worker. */
@Module({ providers: services, exports: services })
export class MlModule {}
