import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Outbound } from './outbound.js';

// S8: forms in which an address inside is written so that a filter on text lets it through.
const METADATA = [
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xA9FEA9FE/',
  'http://0251.0376.0251.0376/',
  'http://0xa9.0xfe.0xa9.0xfe/',
  'http://169.254.43518/',
  'http://169.16689662/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[fd00:ec2::254]/latest/',
  'http://[fe80::1]/',
  'http://100.100.100.200/',
  'http://169.254.169.254:80@169.254.169.254/',
  'http://example.com@169.254.169.254/',
  'http://169。254。169。254/',
  'http://①⑥⑨.②⑤④.①⑥⑨.②⑤④/',
  'http://169.254.169.254./',
  'http://0.0.0.0/',
  'http://0/',
  'http://[::]/',
  'http://255.255.255.255/',
  'http://224.0.0.1/',
  'http://[ff02::1]/',
];
const INSIDE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://017700000001/',
  'http://0177.0.0.1/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://[fd12::1]/',
  'http://[fc00::1]/',
];

describe('Outbound', () => {
  let server: Server;
  let sockets = 0;
  let port = 0;
  beforeAll(async () => {
    server = createServer((_, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    );
    server.on('connection', () => sockets++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  // A port of the host's own is tried, so that a call that gets through would be seen.
  const at = (target: string): string => {
    const url = new URL(target);
    url.port ||= String(port);
    return url.href;
  };

  it.each(METADATA)('opens no socket to %s, wherever it may call', async (target) => {
    for (const reach of ['any', 'public'] as const)
      await expect(new Outbound(reach).fetch(at(target))).rejects.toThrow();
    expect(sockets).toBe(0);
  });

  it.each(INSIDE)('opens no socket to %s where only public addresses may be called', async (target) => {
    await expect(new Outbound('public').fetch(at(target))).rejects.toThrow();
    expect(sockets).toBe(0);
  });

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'gopher://127.0.0.1/', 'data:text/plain,x'])(
    'does not speak %s',
    async (target) => {
      const answered = await new Outbound('any').fetch(target).then(
        (response) => response.url.startsWith('data:'),
        () => true,
      );
      // data: holds its own answer and calls nobody.
      expect([answered, sockets]).toEqual([true, 0]);
    },
  );

  it('follows no redirect', async () => {
    const answer = await new Outbound('any').fetch(`http://127.0.0.1:${port}/`);
    expect([answer.status, sockets]).toEqual([302, 1]);
  });
});
