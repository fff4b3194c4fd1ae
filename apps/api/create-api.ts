import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { ProcessParts } from '#platform';
import { AppModule } from './app.module.js';
import { LIMITS } from './graphql/query-limits.rules.js';
import { Gatekeeper } from './http/gatekeeper.js';
import { Metrics } from './http/metrics.js';
import { servePages } from './http/pages.js';
import { securityHeaders } from './http/security-headers.js';

// 256 pictures of 64 KiB are 22 MiB in base64; GitHub sends webhooks of up to 25 MiB.
const LARGE_BODY = 32 * 1024 * 1024;
const TAKES_LARGE_BODIES = /^\/(v1|webhooks)\//;

// What a page needs (helmet's whole set) means nothing on JSON that no page is made of.
const JSON_HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

/** The API, initialised and not yet listening. */
export async function createApi(parts: ProcessParts): Promise<NestFastifyApplication> {
  // Closing by force: an open SSE stream would otherwise hold the stop back for ten seconds.
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    bodyLimit: LIMITS.body,
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    rawBody: true,
  });
  const gatekeeper = app.get(Gatekeeper);
  const fastify = adapter.getInstance<FastifyInstance>();
  const headers = securityHeaders(gatekeeper.secure);
  fastify.addHook('onRoute', (route) => {
    if (TAKES_LARGE_BODIES.test(route.url)) route.bodyLimit = LARGE_BODY;
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url === '/graphql' ? JSON_HEADERS : headers);
    done();
  });
  fastify.addHook('onRequest', gatekeeper.admit);
  fastify.addHook('onResponse', app.get(Metrics).note);
  // Uploads are read as they arrive, by the route that wants them.
  await fastify.register(fastifyMultipart, { limits: { fields: 20, files: 1000 } });
  fastify.addContentTypeParser(['application/zip', 'application/octet-stream'], (_request, payload, done) =>
    done(null, payload),
  );
  await servePages(fastify, gatekeeper.secure);
  await app.init();
  return app;
}
