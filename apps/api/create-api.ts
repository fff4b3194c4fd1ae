import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { PlatformParts } from '#platform';
import { AppModule } from './app.module.js';
import { Gatekeeper } from './http/gatekeeper.js';

/** What the API needs from outside; the rest is the same in every process. */
export type ApiParts = Pick<PlatformParts, 'config' | 'databaseUrl' | 'clock' | 'log'>;

// 256 pictures of 64 KiB in base64, and room for the JSON around them.
const LARGEST_BODY = 32 * 1024 * 1024;

/** The API, initialised and not yet listening. */
export async function createApi(parts: ApiParts): Promise<NestFastifyApplication> {
  // Closing by force: an open SSE stream would otherwise hold the stop back for ten seconds.
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    bodyLimit: LARGEST_BODY,
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    rawBody: true,
  });
  const gatekeeper = app.get(Gatekeeper);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', gatekeeper.admit);
  await app.init();
  return app;
}
