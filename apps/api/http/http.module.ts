import { Module } from '@nestjs/common';
import { AccountsModule } from '#platform';
import { ToilModule } from '#toil';
import { GraphqlModule } from '../graphql/graphql.module.js';
import { Arrival } from './arrival.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { PasswordResetController } from './password-reset.controller.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';

/** HTTP beside GraphQL that belongs to no domain: sessions, setup, new passwords, probes, metrics. */
@Module({
  imports: [AccountsModule, GraphqlModule, ToilModule],
  controllers: [
    HealthController,
    MetricsController,
    PasswordResetController,
    SessionController,
    SetupController,
  ],
  providers: [Arrival, Health, Metrics],
  exports: [Metrics],
})
export class HttpModule {}
