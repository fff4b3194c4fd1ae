import type { Provider } from '@nestjs/common';
import { PredictorLoader, ReportingZone, ServingLauncher, SmokeTest, Trainer } from '#ml';
import { EnginePredictorLoader, ForkedServing, ForkedSmokeTest, ForkedTrainer } from '#ml/training';
import { DatasetClock } from './dataset-clock.js';
import { OrganizationZone } from './organization-zone.js';
import { PipelineAutomation } from './pipeline-automation.js';
import { PipelineClock } from './pipeline-clock.js';
import { RunFinishedHandler } from './run-finished.handler.js';

/** What the worker adds to machine learning: the engines behind their ports, the clocks, and who hears of ended runs. */
export const mlProviders: Provider[] = [
  { provide: Trainer, useClass: ForkedTrainer },
  { provide: PredictorLoader, useClass: EnginePredictorLoader },
  { provide: SmokeTest, useClass: ForkedSmokeTest },
  { provide: ServingLauncher, useClass: ForkedServing },
  { provide: ReportingZone, useClass: OrganizationZone },
  PipelineAutomation,
  PipelineClock,
  DatasetClock,
  RunFinishedHandler,
];
