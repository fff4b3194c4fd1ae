import type { Provider } from '@nestjs/common';
import { SampleAutomation } from './sample-automation.js';
import { SampleOrganization } from './sample-organization.js';
import { SampleReports } from './sample-reports.js';
import { ToilSample } from './toil-sample.js';

/** Writing the sample; only a worker does. */
export const toilSampleProviders: Provider[] = [
  SampleAutomation,
  SampleOrganization,
  SampleReports,
  ToilSample,
];
