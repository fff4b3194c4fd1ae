import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { execute, type GraphQLError, type GraphQLSchema, subscribe } from 'graphql';
import type { Disposable, SubscribePayload } from 'graphql-ws';
import { useServer as serveSockets } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Identity } from '#platform';
import { Gatekeeper } from '../http/gatekeeper.js';
import { badInput } from './api-error.js';
import type { Documents } from './documents.js';
import { LoaderFactory } from './loaders.js';
import { LIMITS } from './query-limits.rules.js';
import type { RequestContext } from './request-context.js';

/** What operations over a socket run on; the same as over HTTP. */
export interface SocketParts {
  schema: GraphQLSchema;
  documents: Documents;
  mask(error: unknown): GraphQLError;
}

interface Connected extends Record<PropertyKey, unknown> {
  request: IncomingMessage;
  identity?: Identity | null;
}

/** GraphQL over WebSocket (graphql-transport-ws), under the same callers, limits and masking as HTTP. */
@Injectable()
export class Sockets {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: LIMITS.body });
  private protocol: Disposable | null = null;

  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly loaders: LoaderFactory,
  ) {}

  /** Answers upgrades on the path; a foreign Host or Origin is turned away before a socket exists. */
  async open(http: Server, path: string, parts: SocketParts): Promise<void> {
    this.protocol = serveSockets<Record<string, unknown>, Connected>(
      {
        schema: parts.schema,
        execute,
        subscribe,
        onConnect: async ({ extra, connectionParams }) => {
          extra.identity = await this.gatekeeper.socketCaller(extra.request, connectionParams?.authorization);
          return extra.identity !== null;
        },
        onSubscribe: ({ extra }, _id, payload) => this.prepare(extra, payload, parts),
        onError: (_context, _id, _payload, errors) => errors.map(parts.mask),
        onNext: (_context, _id, _payload, _args, result) =>
          result.errors ? { ...result, errors: result.errors.map(parts.mask) } : result,
      },
      this.server,
    );
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const isOurs = request.url?.split('?')[0] === path;
      if (!isOurs || !this.gatekeeper.admitsUpgrade(request))
        return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      this.server.handleUpgrade(request, socket, head, (client) =>
        this.server.emit('connection', client, request),
      );
    });
  }

  async close(): Promise<void> {
    for (const client of this.server.clients) client.close(1001, 'Going away');
    await this.protocol?.dispose();
  }

  private prepare({ request, identity }: Connected, payload: SubscribePayload, parts: SocketParts) {
    const { documents, schema } = parts;
    const caller = identity?.caller ?? null;
    try {
      const document = documents.parse(payload.query);
      const faults = documents.faults(document, caller);
      if (faults.length > 0) return faults;
      const refusal = documents.refusal(document, payload.operationName, payload.variables, caller);
      if (refusal) return [refusal];
      const contextValue: RequestContext = {
        caller,
        scopes: identity?.scopes ?? null,
        ip: request.socket.remoteAddress ?? '',
        headers: request.headers,
        loaders: this.loaders.forRequest(),
      };
      return {
        schema,
        document,
        contextValue,
        operationName: payload.operationName,
        variableValues: payload.variables,
      };
    } catch (error) {
      return [typeof payload.query === 'string' ? parts.mask(error) : badInput('query: a text.')];
    }
  }
}
