import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { AccountsModule } from '#platform';
import { Gatekeeper } from '../http/gatekeeper.js';
import { RequestBudget } from '../http/request-budget.js';
import { GraphqlDriver } from './graphql.driver.js';
import { LoaderFactory } from './loaders.js';
import { NodeResolver } from './node.resolver.js';
import { schemaOptions } from './schema-options.js';
import { Sockets } from './sockets.js';

@Module({
  imports: [DiscoveryModule, AccountsModule],
  providers: [Gatekeeper, LoaderFactory, RequestBudget, Sockets],
  exports: [DiscoveryModule, Gatekeeper, LoaderFactory, RequestBudget, Sockets],
})
class GraphqlPartsModule {}

/** GraphQL as this product serves it; resolvers are providers of the domains' modules. */
@Module({
  imports: [
    GraphqlPartsModule,
    GraphQLModule.forRootAsync({
      driver: GraphqlDriver,
      imports: [GraphqlPartsModule],
      useFactory: () => ({
        autoSchemaFile: true,
        // Field resolvers run bare: roles, null and page sizes are put into the schema once (guarded-schema.ts).
        fieldResolverEnhancers: [],
        buildSchemaOptions: schemaOptions,
      }),
    }),
  ],
  providers: [NodeResolver],
  exports: [GraphqlPartsModule],
})
export class GraphqlModule {}
