import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { migrations } from '#migrations';
import { MlModule, mlEntities, mlHandlers, mlJobs } from '#ml';
import {
  alertJobs,
  PlatformModule,
  type ProcessParts,
  platformEntities,
  retentionJobs,
  sampleJobs,
} from '#platform';
import { ToilModule, toilEntities, toilHandlers, toilJobs } from '#toil';
import { alertProviders } from './alert/alert.providers.js';
import { mlProviders } from './ml/ml.providers.js';
import { RetentionClock } from './retention/retention-clock.js';
import { TidyUpHandler } from './retention/tidy-up.handler.js';
import { sampleProviders } from './sample/sample.providers.js';
import { toilProviders } from './toil/toil.providers.js';

/** Where toil and ml meet: what one of them announces and the other acts on. */
const bridges: Provider[] = [...toilProviders, ...alertProviders, ...mlProviders, ...sampleProviders];

/** The workshop: the libs without the API, job handlers, and the clocks that enqueue. */
@Module({})
export class WorkerModule {
  static with(parts: ProcessParts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        DiscoveryModule,
        ScheduleModule.forRoot(),
        PlatformModule.with({
          ...parts,
          shape: { entities: [...platformEntities, ...toilEntities, ...mlEntities], migrations },
          contracts: [...alertJobs, ...retentionJobs, ...sampleJobs, ...toilJobs, ...mlJobs],
          role: 'worker',
        }),
        ToilModule,
        MlModule,
      ],
      providers: [...toilHandlers, ...mlHandlers, ...bridges, RetentionClock, TidyUpHandler],
    };
  }
}
