import { datasetEntities } from './dataset/dataset.providers.js';
import { erasureEntities } from './erasure/erasure.providers.js';
import { feedbackEntities } from './feedback/feedback.providers.js';
import { reviewEntities } from './review/review.providers.js';
import { runEntities } from './run/run.providers.js';

/** Every table of the machine-learning domain. */
export const mlEntities = [
  ...datasetEntities,
  ...reviewEntities,
  ...feedbackEntities,
  ...runEntities,
  ...erasureEntities,
] as (new () => object)[];
