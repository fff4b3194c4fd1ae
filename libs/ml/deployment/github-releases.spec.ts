import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Config, ObjectStore } from '#platform';
import { GithubReleases, type Release } from './github-releases.js';

/** The part of GitHub's REST that a release needs, with what was sent to it. */
async function fakeGithub() {
  const calls: string[] = [];
  const assets: { name: string; size: number }[] = [];
  let release: object | null = null;
  let deployments: object[] = [];
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const url = new URL(request.url ?? '', 'http://github.test');
    calls.push(`${request.method} ${url.pathname}`);
    const send = (status: number, data: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(data));
    };
    const { port } = server.address() as AddressInfo;
    const upload_url = `http://127.0.0.1:${port}/uploads/1/assets{?name,label}`;
    if (url.pathname.startsWith('/uploads/')) {
      assets.push({ name: url.searchParams.get('name') ?? '', size: body.length });
      return send(201, {});
    }
    if (url.pathname.endsWith('/releases/tags/faces-v3')) {
      return release ? send(200, { ...release, assets }) : send(404, { message: 'Not Found' });
    }
    if (url.pathname.endsWith('/releases')) {
      release = { id: 1, upload_url, assets, ...JSON.parse(body.toString()) };
      return send(201, release);
    }
    if (url.pathname.endsWith('/statuses')) return send(201, {});
    if (request.method === 'GET') return send(200, deployments);
    deployments = [{ id: 7 }];
    return send(201, { id: 7 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, calls, assets, url: `http://127.0.0.1:${port}` };
}

class Bytes extends ObjectStore {
  put = (): never => {
    throw new Error('only read here');
  };
  get = async (sha256: string) => Buffer.from(`content of ${sha256}`);
  stream = this.put;
  has = async () => true;
  delete = this.put;
  list = this.put;
}

const RELEASE: Release = {
  repository: 'acme/models',
  tag: 'faces-v3',
  environment: 'faces',
  name: 'faces, version 3',
  body: 'Gate: FIRST',
  files: [
    { kind: 'ONNX', name: 'model.onnx', bytes: 14, sha256: 'aa' },
    { kind: 'LABELS', name: 'labels.txt', bytes: 14, sha256: 'bb' },
  ],
};

describe('GithubReleases', () => {
  let close: () => void = () => undefined;
  afterEach(() => close());

  it('makes a release with every file and a deployment with its statuses, once', async () => {
    const github = await fakeGithub();
    close = () => github.server.close();
    const config = { githubToken: 'secret', githubApiUrl: github.url } as Config;
    const releases = new GithubReleases(config, new Bytes());
    await releases.publish(RELEASE);
    expect(github.assets).toEqual([
      { name: 'model.onnx', size: 13 },
      { name: 'labels.txt', size: 13 },
    ]);
    expect(github.calls.filter((call) => call.startsWith('POST'))).toEqual([
      'POST /repos/acme/models/releases',
      'POST /uploads/1/assets',
      'POST /uploads/1/assets',
      'POST /repos/acme/models/deployments',
      'POST /repos/acme/models/deployments/7/statuses',
      'POST /repos/acme/models/deployments/7/statuses',
    ]);
    const before = github.calls.length;
    await releases.publish(RELEASE);
    expect(github.calls.slice(before).filter((call) => call.startsWith('POST'))).toEqual([]);
  });
});
