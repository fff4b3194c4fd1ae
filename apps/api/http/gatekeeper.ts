import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator, type Caller, CONFIG, type Config, type Identity, type TokenScope } from '#platform';
import { apiError, unauthenticated } from '../graphql/api-error.js';
import { allowedHosts, isAllowedHost, isOwnOrigin } from './host.rules.js';
import { httpError } from './http-errors.filter.js';
import { RequestBudget } from './request-budget.js';
import { sessionSecret } from './session-cookie.rules.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null: nobody is signed in. Set before any handler runs. */
    caller?: Caller | null;
    scopes?: readonly TokenScope[] | null;
    /** The body as it came, for signatures. */
    rawBody?: Buffer;
  }
}

// Orchestrators probe by address.
const PROBES = new Set(['/livez', '/readyz', '/healthz', '/metrics']);
// Predictions come in by the hundred each second; the serving process bounds them by its own queue.
const PREDICTS = /^\/v1\/models\/[^/?]+:predict(\?|$)/;
const TAKES_MUCH = /^\/(v1|uploads)\//;

/** Stands before every route: the right Host, who is calling, and not too often. */
@Injectable()
export class Gatekeeper {
  readonly secure: boolean;
  private readonly hosts: Set<string>;
  private readonly publicOrigin: string | null;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly authenticator: Authenticator,
    private readonly budget: RequestBudget,
  ) {
    this.secure = config.publicUrl?.startsWith('https:') ?? false;
    this.hosts = allowedHosts(config);
    this.publicOrigin = config.publicUrl ? new URL(config.publicUrl).origin : null;
  }

  /** Fastify's onRequest hook: answers by itself when the request must not go on. */
  readonly admit = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => {
    if (!isAllowedHost(request.headers.host, this.hosts) && !PROBES.has(request.url.split('?', 1)[0] ?? '')) {
      return reply
        .code(421)
        .send(httpError('FORBIDDEN', 'This host name is not served. See UNTOIL_ALLOWED_HOSTS.'));
    }
    const identity = await this.identityOf(request.headers, request.method);
    request.caller = identity?.caller ?? null;
    request.scopes = identity?.scopes ?? null;
    if (!identity) {
      // Nobody gets thirty megabytes read and parsed before they said who they are.
      if (!TAKES_MUCH.test(request.url)) return;
      const { message } = unauthenticated();
      return reply.code(401).header('www-authenticate', 'Bearer').send(httpError('UNAUTHENTICATED', message));
    }
    const wait = PREDICTS.test(request.url) ? 0 : this.budget.spend(identity.key);
    if (wait === 0) return;
    reply.header('retry-after', wait);
    const message = `Too many requests. Try again in ${wait} s.`;
    const errors = [{ message, extensions: { code: 'RATE_LIMITED', retryAfterSeconds: wait } }];
    return reply.code(429).send({ ...httpError('RATE_LIMITED', message), errors });
  };

  /** Whether a WebSocket may be opened at all: our Host, and in a browser our own pages. */
  admitsUpgrade({ headers }: IncomingMessage): boolean {
    return (
      isAllowedHost(headers.host, this.hosts) &&
      (headers.origin === undefined || isOwnOrigin(headers, this.publicOrigin))
    );
  }

  /** Refuses a browser's request that did not come from our own pages. */
  needOurPages(headers: IncomingHttpHeaders): void {
    const fromBrowser = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
    if (fromBrowser && !isOwnOrigin(headers, this.publicOrigin)) {
      throw apiError('FORBIDDEN', 'Send this from the pages of this installation.');
    }
  }

  /** Who opened a socket: by the authorization of its first message, its header, or the session cookie. */
  async socketCaller({ headers }: IncomingMessage, authorization: unknown): Promise<Identity | null> {
    const stated = typeof authorization === 'string' ? authorization : headers.authorization;
    return this.identityOf({ ...headers, authorization: stated }, 'GET');
  }

  /** Who sends these headers; asks again each second, so that what was revoked ends. */
  async identityOf(headers: IncomingHttpHeaders, method: string): Promise<Identity | null> {
    const { authorization } = headers;
    if (authorization !== undefined) {
      const token = /^Bearer +(.+)$/i.exec(authorization)?.[1];
      return token ? this.authenticator.byToken(token.trim()) : null;
    }
    const secret = sessionSecret(headers, this.secure);
    if (secret === null) return null;
    // A cookie comes along by itself; what changes something must come from our own pages.
    if (method !== 'GET' && method !== 'HEAD' && !isOwnOrigin(headers, this.publicOrigin)) return null;
    return this.authenticator.bySession(secret);
  }
}
