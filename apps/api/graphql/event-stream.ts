import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { isStream, type Outcome } from './operations.js';

// Proxies cut connections that say nothing for half a minute or more.
const HEARTBEAT_MS = 12_000;

/** Writes results as server-sent events (graphql-sse, distinct connections): `next` for each, `complete` at the end. */
export async function writeEvents(reply: FastifyReply, outcome: Outcome): Promise<FastifyReply> {
  const { raw } = reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  raw.flushHeaders();
  const results = isStream(outcome) ? outcome : once(outcome);
  const heartbeat = setInterval(() => raw.write(':\n\n'), HEARTBEAT_MS);
  raw.once('close', () => {
    clearInterval(heartbeat);
    void results.return?.();
  });
  for await (const result of results) {
    if (raw.destroyed) break;
    if (!raw.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) await drained(raw);
  }
  clearInterval(heartbeat);
  raw.end('event: complete\ndata: \n\n');
  return reply;
}

async function* once(result: ExecutionResult): AsyncGenerator<ExecutionResult, void, void> {
  yield result;
}

// A slow reader is waited for; one that went away never drains.
const drained = (raw: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    raw.once('drain', resolve).once('close', resolve);
  });
