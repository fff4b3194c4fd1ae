import type { Provider, Type } from '@nestjs/common';
import { FeedbackController } from '../http/feedback.controller.js';
import { UploadsController } from '../http/uploads.controller.js';
import { BrokenCheckLoader, CheckStateLoader, DataReportLoader, DatasetLoader } from './dataset.loader.js';
import { DatasetResolver } from './dataset.resolver.js';
import { ErasedModelResolver, ErasedModelsLoader, ErasureResolver } from './erasure.resolver.js';
import { OwnEvaluationLoader } from './evaluation.loader.js';
import { FeedbackAnswersLoader, FeedbackAnswersResolver, FeedbackResolver } from './feedback.resolver.js';
import { ManifestRepairResolver } from './manifest-repair.resolver.js';
import { PicturesController } from './pictures.controller.js';
import { QueueDoctorResolver } from './queue-doctor.resolver.js';
import { CalibrationResolver, RejectionResolver } from './rejection.resolver.js';
import { ReviewResolver } from './review.resolver.js';

/** Datasets and the queue doctor in GraphQL. */
export const datasetProviders: Provider[] = [
  DatasetResolver,
  DatasetLoader,
  DataReportLoader,
  CheckStateLoader,
  BrokenCheckLoader,
  ReviewResolver,
  RejectionResolver,
  CalibrationResolver,
  OwnEvaluationLoader,
  ManifestRepairResolver,
  FeedbackResolver,
  FeedbackAnswersResolver,
  FeedbackAnswersLoader,
  QueueDoctorResolver,
  ErasureResolver,
  ErasedModelResolver,
  ErasedModelsLoader,
];

/** Datasets beside GraphQL. */
export const datasetControllers: Type[] = [PicturesController, UploadsController, FeedbackController];
