import { Module, type Provider } from '@nestjs/common';
import { automationProviders } from './automation/automation.providers.js';
import { budgetProviders } from './budget/budget.providers.js';
import { captureProviders } from './capture/capture.providers.js';
import { incidentProviders } from './incident/incident.providers.js';
import { mergeProviders } from './merge/merge.providers.js';
import { SampleRemoval } from './sample/sample-removal.js';
import { coreProviders } from './toil-core.providers.js';

const services: Provider[] = [
  ...coreProviders,
  ...incidentProviders,
  ...budgetProviders,
  ...automationProviders,
  ...captureProviders,
  ...mergeProviders,
  SampleRemoval,
];

/** The use cases of toil; the same in the API and the worker. */
@Module({ providers: services, exports: services })
export class ToilModule {}
