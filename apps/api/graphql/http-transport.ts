import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { Gatekeeper } from '../http/gatekeeper.js';
import { badInput } from './api-error.js';
import { writeEvents } from './event-stream.js';
import type { LoaderFactory } from './loaders.js';
import { type AnswerType, answerType } from './negotiate.rules.js';
import { isStream, type Operations, type Outcome, refused } from './operations.js';
import { type OperationRequest, readOperation } from './request-body.rules.js';
import type { RequestContext } from './request-context.js';

/** GraphQL over HTTP: POST with application/json only, answered as JSON or as a stream of events. */
export class HttpTransport {
  constructor(
    private readonly operations: Operations,
    private readonly loaders: LoaderFactory,
    private readonly gatekeeper: Gatekeeper,
  ) {}

  /** A Fastify handler. */
  readonly handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (request.method !== 'POST') return this.refuse(reply.header('allow', 'POST'), 405, 'Send a POST.');
    // A form reaches us parsed as well; only this header tells it from JSON, and a page elsewhere cannot set it.
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      return this.refuse(reply, 415, 'Send content-type application/json.');
    }
    const type = answerType(request.headers.accept);
    if (!type)
      return this.refuse(
        reply,
        406,
        'Accept application/json, application/graphql-response+json or text/event-stream.',
      );
    let operation: OperationRequest;
    try {
      operation = readOperation(request.body);
    } catch (error) {
      return this.send(reply, 400, type, refused(error));
    }
    const outcome = await this.outcomeOf(operation, this.contextOf(request), type);
    if (type === 'text/event-stream') return writeEvents(reply, outcome);
    const result = outcome as ExecutionResult;
    // As application/json every well-formed request is a 200; the newer type says in the status that nothing ran.
    const status = type === 'application/json' || 'data' in result ? 200 : 400;
    return this.send(reply, status, type, result);
  };

  private async outcomeOf(
    operation: OperationRequest,
    context: RequestContext,
    type: AnswerType,
  ): Promise<Outcome> {
    const prepared = this.operations.prepare(operation, context);
    if ('errors' in prepared) return prepared;
    if (prepared.isSubscription && type !== 'text/event-stream') {
      return refused(badInput('Subscriptions are answered as text/event-stream, or over a WebSocket.'));
    }
    const outcome = await this.operations.run(prepared, operation, context);
    return isStream(outcome) && type !== 'text/event-stream'
      ? refused(badInput('This is a stream.'))
      : outcome;
  }

  private send(reply: FastifyReply, status: number, type: AnswerType, result: ExecutionResult): FastifyReply {
    const written = type === 'text/event-stream' ? 'application/json' : type;
    return reply
      .code(status)
      .header('content-type', `${written}; charset=utf-8`)
      .send(JSON.stringify(result));
  }

  private refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
    return this.send(reply, status, 'application/json', refused(badInput(message)));
  }

  private contextOf(request: FastifyRequest): RequestContext {
    const { caller = null, scopes = null, ip, headers, method } = request;
    const isSignedIn = async () => (await this.gatekeeper.identityOf(headers, method)) !== null;
    return { caller, scopes, ip, headers, isSignedIn, loaders: this.loaders.forRequest() };
  }
}
