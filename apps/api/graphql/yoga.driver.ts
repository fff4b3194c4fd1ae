import { Inject } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { execute, type GraphQLSchema, subscribe } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import { LOG, type Log } from '#platform';
import { makeConnections } from './connection-types.js';
import { Documents } from './documents.js';
import { guardSchema } from './guarded-schema.js';
import { LoaderFactory } from './loaders.js';
import { maskError } from './mask-error.js';
import { LIMITS } from './query-limits.rules.js';
import type { RequestContext } from './request-context.js';
import { Sockets } from './sockets.js';

type Server = YogaServerInstance<RequestContext, RequestContext>;

/** Nest's GraphQL over graphql-yoga on Fastify: POST with application/json only, SSE in the same place, graphql-ws beside. */
export class YogaDriver extends AbstractGraphQLDriver<GqlModuleOptions> {
  @Inject(LoaderFactory) private readonly loaders: LoaderFactory;
  @Inject(Sockets) private readonly sockets: Sockets;
  @Inject(LOG) private readonly log: Log;
  @Inject(DiscoveryService) private readonly discovery: DiscoveryService;

  override generateSchema(options: GqlModuleOptions): Promise<GraphQLSchema> | null {
    makeConnections(this.discovery.getProviders().map(({ metatype }) => metatype));
    const schema = super.generateSchema(options);
    return schema ? schema.then(guardSchema) : null;
  }

  override async start(options: GqlModuleOptions): Promise<void> {
    const schema = options.schema as GraphQLSchema;
    const documents = new Documents(schema);
    const mask = (error: unknown) =>
      maskError(error, (cause, reference) => this.log.error({ err: cause, reference }, 'masked error'));
    const yoga: Server = createYoga<RequestContext, RequestContext>({
      schema,
      plugins: [documentsPlugin(documents)],
      maskedErrors: { maskError: mask, errorMessage: '' },
      parserAndValidationCache: false,
      batching: false,
      graphiql: false,
      landingPage: false,
      cors: false,
      multipart: false,
      logging: false,
      maxRequestBodySize: false,
    });
    const app = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    app.route({
      method: ['GET', 'POST'],
      url: options.path ?? '/graphql',
      bodyLimit: LIMITS.body,
      handler: (request, reply) => this.handle(yoga, request, reply),
    });
    await this.sockets.open(app.server, options.path ?? '/graphql', { schema, documents, mask });
  }

  override async stop(): Promise<void> {
    await this.sockets.close();
  }

  private async handle(yoga: Server, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    // The raw header: Fastify would read a form too, and what reaches Yoga then looks like JSON.
    if (request.method !== 'POST') return reply.code(405).header('allow', 'POST').send(onlyJson);
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
      return reply.code(415).send(onlyJson);
    const { caller = null, scopes = null, ip, headers } = request;
    const context = { caller, scopes, ip, headers, loaders: this.loaders.forRequest() };
    const response = await yoga.handleNodeRequestAndResponse(request, reply, context);
    reply.code(response.status);
    response.headers.forEach((value, name) => {
      reply.header(name, value);
    });
    const streams = response.headers.get('content-type')?.startsWith('text/event-stream');
    return reply.send(streams ? response.body : await response.text());
  }
}

const onlyJson = {
  errors: [
    { message: 'Send a POST with content-type application/json.', extensions: { code: 'BAD_USER_INPUT' } },
  ],
};

/** Parses, validates and limits through `documents`, and runs on graphql-js itself. */
function documentsPlugin(documents: Documents): Plugin<RequestContext> {
  const callerOf = (context: unknown) => (context as RequestContext).caller;
  return {
    onParse: ({ setParseFn }) => setParseFn((source: string) => documents.parse(source)),
    onValidate: ({ params, context, setResult }) => {
      setResult(documents.faults(params.documentAST, callerOf(context)) as never);
    },
    onExecute: ({ args, setExecuteFn, setResultAndStopExecution }) => {
      const refusal = documents.refusal(
        args.document,
        args.operationName,
        args.variableValues,
        callerOf(args.contextValue),
      );
      if (refusal) setResultAndStopExecution({ errors: [refusal] });
      else setExecuteFn(execute);
    },
    onSubscribe: ({ args, setSubscribeFn, setResultAndStopExecution }) => {
      const refusal = documents.refusal(
        args.document,
        args.operationName,
        args.variableValues,
        callerOf(args.contextValue),
      );
      if (refusal) setResultAndStopExecution({ errors: [refusal] } as never);
      else setSubscribeFn(subscribe);
    },
  };
}
