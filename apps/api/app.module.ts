import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { migrations } from '#migrations';
import { MlModule, mlEntities, mlJobs } from '#ml';
import {
  AccountsModule,
  alertJobs,
  PlatformModule,
  type ProcessParts,
  platformEntities,
  retentionJobs,
  sampleJobs,
} from '#platform';
import { ToilModule, toilEntities, toilJobs } from '#toil';
import { accountProviders } from './accounts/account.providers.js';
import { AlertLoader } from './alert/alert.loader.js';
import { AlertResolver } from './alert/alert.resolver.js';
import { ChannelResolver } from './alert/channel.resolver.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { AccessGuard } from './http/access.guard.js';
import { AlertmanagerWebhookController } from './http/alertmanager-webhook.controller.js';
import { ExportController } from './http/export.controller.js';
import { GithubWebhookController } from './http/github-webhook.controller.js';
import { HttpModule } from './http/http.module.js';
import { HttpErrors } from './http/http-errors.filter.js';
import { datasetControllers, datasetProviders } from './ml/dataset.providers.js';
import { pipelineControllers, pipelineProviders } from './ml/pipeline.providers.js';
import { RetentionResolver } from './retention/retention.resolver.js';
import { SampleResolver } from './sample/sample.resolver.js';
import { SampleDesk } from './sample/sample-desk.js';
import { toilCoreResolvers } from './toil/toil-core.resolvers.js';
import { toilOpsResolvers } from './toil/toil-ops.resolvers.js';

/** Resolvers and loaders, each list kept by its domain. */
export const resolvers: Provider[] = [
  ...toilCoreResolvers,
  ...toilOpsResolvers,
  ...accountProviders,
  AlertResolver,
  AlertLoader,
  ChannelResolver,
  AuditResolver,
  RetentionResolver,
  SampleDesk,
  SampleResolver,
  ...datasetProviders,
  ...pipelineProviders,
];

/** HTTP beside GraphQL. */
const controllers: Type[] = [
  ExportController,
  GithubWebhookController,
  AlertmanagerWebhookController,
  ...datasetControllers,
  ...pipelineControllers,
];

/** The front door: the libs, GraphQL and HTTP over them, and nothing that decides. */
@Module({})
export class AppModule {
  static with(parts: ProcessParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({
          ...parts,
          shape: { entities: [...platformEntities, ...toilEntities, ...mlEntities], migrations },
          contracts: [...alertJobs, ...retentionJobs, ...sampleJobs, ...toilJobs, ...mlJobs],
          role: 'client',
        }),
        ToilModule,
        MlModule,
        AccountsModule,
        GraphqlModule,
        HttpModule,
      ],
      controllers,
      providers: [
        ...resolvers,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: HttpErrors },
      ],
    };
  }
}
