import { Inject } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { LOG, type Log } from '#platform';
import { Gatekeeper } from '../http/gatekeeper.js';
import { Documents } from './documents.js';
import { guardSchema } from './guarded-schema.js';
import { HttpTransport } from './http-transport.js';
import { LoaderFactory } from './loaders.js';
import { maskError } from './mask-error.js';
import { Operations } from './operations.js';
import { LIMITS } from './query-limits.rules.js';
import { Sockets } from './sockets.js';

/** Nest's GraphQL on Fastify: our own thin transports over graphql-js (docs/adr says why), HTTP and WebSocket alike. */
export class GraphqlDriver extends AbstractGraphQLDriver<GqlModuleOptions> {
  @Inject(LoaderFactory) private readonly loaders: LoaderFactory;
  @Inject(Gatekeeper) private readonly gatekeeper: Gatekeeper;
  @Inject(Sockets) private readonly sockets: Sockets;
  @Inject(LOG) private readonly log: Log;

  override generateSchema(options: GqlModuleOptions): Promise<GraphQLSchema> | null {
    const schema = super.generateSchema(options);
    return schema ? schema.then(guardSchema) : null;
  }

  override async start(options: GqlModuleOptions): Promise<void> {
    const schema = options.schema as GraphQLSchema;
    const report = (err: unknown, reference: string) => this.log.error({ err, reference }, 'masked error');
    const operations = new Operations(
      schema,
      new Documents(schema),
      (error) => maskError(error, report),
      () => this.loaders.forRequest(),
    );
    const url = options.path ?? '/graphql';
    const fastify = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    const { handle } = new HttpTransport(operations, this.loaders, this.gatekeeper);
    fastify.route({ method: ['GET', 'POST'], url, bodyLimit: LIMITS.body, handler: handle });
    this.sockets.open(fastify.server, url, operations);
  }

  override async stop(): Promise<void> {
    await this.sockets.close();
  }
}
