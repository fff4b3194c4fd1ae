import { Module } from '@nestjs/common';
import { AccountsModule } from '#platform';
import { GraphqlModule } from '../graphql/graphql.module.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';

/** HTTP beside GraphQL that belongs to no domain: sessions, setup, probes, metrics. */
@Module({
  imports: [AccountsModule, GraphqlModule],
  controllers: [HealthController, MetricsController, SessionController, SetupController],
  providers: [Health, Metrics],
  exports: [Metrics],
})
export class HttpModule {}
