import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { execute, type GraphQLError } from 'graphql';
import type { Disposable, SubscribePayload } from 'graphql-ws';
import { useServer as serveSockets } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Identity } from '#platform';
import { Gatekeeper } from '../http/gatekeeper.js';
import { LoaderFactory } from './loaders.js';
import type { Operations } from './operations.js';
import { LIMITS } from './query-limits.rules.js';
import { readOperation } from './request-body.rules.js';
import type { RequestContext } from './request-context.js';

interface Connected extends Record<PropertyKey, unknown> {
  request: IncomingMessage;
  /** Set by the first message. */
  identify?: () => Promise<Identity | null>;
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
  open(http: Server, path: string, operations: Operations): void {
    this.protocol = serveSockets<Record<string, unknown>, Connected>(
      {
        schema: operations.schema,
        execute,
        subscribe: operations.subscribe,
        onConnect: async ({ extra, connectionParams }) => {
          extra.identify = () => this.gatekeeper.socketCaller(extra.request, connectionParams?.authorization);
          return (await extra.identify()) !== null;
        },
        onSubscribe: ({ extra }, _id, payload) => this.prepare(extra, payload, operations),
        onError: (_context, _id, _payload, errors) => operations.masked({ errors }).errors ?? [],
        onNext: (_context, _id, _payload, _args, result) => operations.masked(result),
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

  // graphql-ws closes the whole socket on anything thrown in here: what is wrong is returned.
  private async prepare({ request, identify }: Connected, payload: SubscribePayload, operations: Operations) {
    const identity = (await identify?.()) ?? null;
    const contextValue: RequestContext = {
      caller: identity?.caller ?? null,
      scopes: identity?.scopes ?? null,
      ip: request.socket.remoteAddress ?? '',
      headers: request.headers,
      isSignedIn: async () => Boolean(await identify?.()),
      loaders: this.loaders.forRequest(),
    };
    try {
      const operation = readOperation(payload);
      const prepared = operations.prepare(operation, contextValue);
      if ('errors' in prepared) return prepared.errors;
      const { operationName, variables: variableValues } = operation;
      return {
        schema: operations.schema,
        document: prepared.document,
        contextValue,
        operationName,
        variableValues,
      };
    } catch (error) {
      return [error as GraphQLError];
    }
  }
}
