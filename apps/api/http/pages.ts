import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpError } from './http-errors.filter.js';
import { pagePolicy } from './security-headers.js';

const YEAR_MS = 365 * 86_400_000;

/** Serves the built pages: files by their name, and the one page for every address that a browser opens. */
export async function servePages(fastify: FastifyInstance, secure: boolean): Promise<void> {
  const root = builtPages();
  const files = filesBelow(root);
  const page = files.has('/index.html') ? readFileSync(join(root, 'index.html'), 'utf8') : NOT_BUILT;
  if (files.size > 0) await fastify.register(fastifyStatic, { root, serve: false });
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (path !== '/index.html' && files.has(path)) {
      // Names below assets/ carry a hash of what is in them.
      const immutable = path.startsWith('/assets/');
      return reply.sendFile(path.slice(1), { maxAge: immutable ? YEAR_MS : 0, immutable });
    }
    if (!request.headers.accept?.includes('text/html')) {
      return reply.code(404).send(httpError('NOT_FOUND', 'There is nothing here.'));
    }
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers(pagePolicy(nonce, secure))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}" />`));
  });
}

const NOT_BUILT =
  '<!doctype html><html lang="en"><head><title>Untoil</title></head><body><p>The pages are not built. Run npm run build.</p></body></html>';

// The same file runs from the sources and from dist: the folder is the one beside package.json.
function builtPages(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, 'dist', 'web');
}

function filesBelow(root: string): Set<string> {
  if (!existsSync(root)) return new Set();
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return new Set(names.map((name) => `/${name.split(sep).join('/')}`));
}
