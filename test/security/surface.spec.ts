import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';

describe('what the outside sees', () => {
  const api = useApi();
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });
  // fetch would not send a Host of our choice.
  const asHost = (host: string, path = '/graphql') =>
    new Promise<number>((resolve, reject) => {
      const { port } = new URL(api.url);
      const headers = { host, 'content-type': 'application/json', authorization: `Bearer ${api.adminToken}` };
      request(
        { port, host: '127.0.0.1', path, method: path === '/graphql' ? 'POST' : 'GET', headers },
        (response) => resolve(response.resume().statusCode ?? 0),
      )
        .on('error', reject)
        .end(path === '/graphql' ? '{"query":"{ __typename }"}' : undefined);
    });

  // fetch would tidy the path before it is sent.
  const raw = (path: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${api.adminToken}` };
      const sent = request(
        { port: new URL(api.url).port, host: '127.0.0.1', path: '/', headers },
        async (response) =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(await response.toArray()).toString(),
          }),
      ).on('error', reject);
      // Neither does Node's client send what it thinks is no path.
      sent.path = path.replace(/[\0 ]/g, (letter) => encodeURIComponent(letter));
      sent.end();
    });

  it.each([
    ['127.0.0.1', 200],
    ['localhost:4000', 200],
    ['[::1]:4000', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost.evil.example:80', 421],
    ['evil.example:80@localhost', 421],
  ])('a Host of %s gets %i', async (host, status) => expect(await asHost(host)).toBe(status));

  it('probes are answered whatever the Host, and say nothing of the inside', async () => {
    expect(await asHost('10.0.0.7:8080', '/livez')).toBe(200);
    const ready = await get('/readyz?verbose');
    expect([ready.status, await ready.text()]).toEqual([
      200,
      expect.stringMatching(/\[\+\] database: .*\n\[\+\] migrations: .*\n\[\+\] queue: .*\nok/),
    ]);
    expect((await get('/healthz')).status).toBe(200);
  });

  it('metrics have our names and are for this machine or a token', async () => {
    const text = await (await get('/metrics')).text();
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !name?.startsWith('untoil_'))).toEqual([]);
    expect((await get('/metrics', { 'x-forwarded-for': '10.0.0.9' })).status).toBe(401);
    const headers = { 'x-forwarded-for': '10.0.0.9', authorization: `Bearer ${api.adminToken}` };
    expect((await get('/metrics', headers)).status).toBe(200);
  });

  it('no page elsewhere may read an answer', async () => {
    const response = await get('/livez', { origin: 'https://evil.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('a page has a policy without inline scripts, a nonce of its own, and no frame around it', async () => {
    const [one, two] = await Promise.all(
      ['/', '/pipelines'].map((path) => get(path, { accept: 'text/html' })),
    );
    const policy = one?.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toBe(two?.headers.get('content-security-policy'));
    expect(one?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await one?.text()).toContain('<!doctype html>');
  });

  it.each([
    '/nothing',
    '/assets/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/%00',
  ])('there is nothing at %s', async (path) => {
    const response = await get(path);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('"dependencies"');
  });

  // S10: every route that takes a name or a path, with a canary where a path that leads outside would arrive.
  it('no path leads outside', async () => {
    const canary = 'a canary that no route may sing';
    writeFileSync(join(api.dataDir, 'canary.txt'), canary);
    const up = '../'.repeat(12);
    const climbs = [
      `${up}${api.dataDir.slice(1)}/canary.txt`,
      `${api.dataDir}/canary.txt`,
      '../canary.txt',
      '../../canary.txt',
      '..\\..\\canary.txt',
      'C:/canary.txt',
      '#/../../canary.txt',
      '?/../../canary.txt',
      'file:///canary.txt',
      'canary.txt\0.png',
      '....//canary.txt',
    ];
    const forms = climbs.flatMap((climb) => [
      climb,
      encodeURIComponent(climb),
      climb.replaceAll('/', '%2f').replaceAll('.', '%2e'),
      encodeURIComponent(encodeURIComponent(climb)),
    ]);
    const routes = [
      (path: string) => `/assets/${path}`,
      (path: string) => `/${path}`,
      (path: string) => `/pictures/${path}/${path}`,
      (path: string) => `/v1/models/${path}`,
      (path: string) => `/v1/models/any/versions/1/files/${path}`,
      (path: string) => `/v1/models/any/versions/1/filters/${path}`,
      (path: string) => `/v1/models/${path}/versions/1/activations/${path}`,
      (path: string) => `/exports/${path}`,
    ];
    const sung: string[] = [];
    for (const route of routes)
      for (const form of forms) {
        const { status, body } = await raw(route(form));
        if (status >= 500 || body.includes(canary)) sung.push(`${status} ${route(form)}`);
      }
    expect(sung).toEqual([]);
  }, 60_000);

  it('a large body is not read before we know who sends it', async () => {
    const post = (path: string, bytes: number) =>
      fetch(`${api.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'x'.repeat(bytes) }),
      });
    expect((await post('/v1/models/any:predict', 2_000_000)).status).toBe(401);
    expect((await post('/graphql', 1_100_000)).status).toBe(413);
  });
});
