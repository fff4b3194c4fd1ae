import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { type AlertChannelKind, loadConfig, NoticeSender, ReceiverGoneError } from '#platform';
import { type Received, Receiver, type Reply } from '../harness/receiver.js';

const notice = (
  event: 'opened' | 'repeated' | 'resolved',
  title = 'training died <!channel> @octocat #1',
  status: 'OPEN' | 'RESOLVED' = event === 'resolved' ? 'RESOLVED' : 'OPEN',
) => ({
  id: 'ntc_1',
  event,
  at: '2026-03-02T00:00:00.000Z',
  alert: {
    id: 'alr_1',
    kind: 'pipeline.failed',
    subject: 'faces',
    title,
    severity: 'CRITICAL' as const,
    status,
    openedAt: '2026-03-02T00:00:00.000Z',
    resolvedAt: null,
    occurrences: 1,
  },
});
const channel = (kind: AlertChannelKind, target: string) =>
  ({
    id: 'ach_1',
    kind,
    target,
    sealedSecret: null,
    kinds: null,
    disabledAt: null,
    createdAt: new Date(0),
  }) as const;

describe('NoticeSender', () => {
  let receiver: Receiver;
  const listen = async (reply?: (request: Received, count: number) => Reply) => {
    receiver = await Receiver.listen(reply);
    return receiver;
  };
  afterEach(() => receiver?.close());

  it('signs a webhook so that the standard library verifies it, under the same id each time', async () => {
    const { url, received } = await listen();
    const sender = new NoticeSender(loadConfig({}));
    await sender.send(channel('WEBHOOK', url), 'a shared secret', notice('opened'));
    await sender.send(channel('WEBHOOK', url), 'a shared secret', notice('opened'));
    const verifier = new Webhook(Buffer.from('a shared secret'), { format: 'raw' });
    for (const { headers, body } of received) {
      expect(verifier.verify(body, headers as Record<string, string>)).toMatchObject({
        specversion: '1.0',
        type: 'untoil.alert.opened',
        data: { kind: 'pipeline.failed' },
      });
    }
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(['ntc_1', 'ntc_1']);
  });

  it('rejects what the receiver did not take, and tells a receiver that is gone for good apart', async () => {
    const { url } = await listen((_, count) => (count === 1 ? 500 : 410));
    const sender = new NoticeSender(loadConfig({}));
    await expect(sender.send(channel('WEBHOOK', url), null, notice('opened'))).rejects.toThrow('500');
    await expect(sender.send(channel('WEBHOOK', url), null, notice('opened'))).rejects.toBeInstanceOf(
      ReceiverGoneError,
    );
  });

  it('tells a GitHub repository whose issues are switched off apart from one that is away', async () => {
    const { url } = await listen((_, count) => ({
      status: count === 1 ? 404 : 410,
      json: { message: 'no' },
    }));
    const sender = new NoticeSender(loadConfig({ UNTOIL_GITHUB_API_URL: url }));
    const send = () => sender.send(channel('GITHUB_ISSUE', 'acme/face'), 'ghp_test', notice('opened'));
    await expect(send()).rejects.toMatchObject({ status: 404 });
    await expect(send()).rejects.toBeInstanceOf(ReceiverGoneError);
  });

  it('opens no connection to a metadata address, nor to loopback where only public addresses may be called', async () => {
    const { url, received } = await listen();
    const strict = new NoticeSender(loadConfig({ UNTOIL_OUTBOUND: 'public' }));
    const open = new NoticeSender(loadConfig({}));
    const local = url.replace('127.0.0.1', 'localhost');
    for (const target of [url, local]) {
      await expect(strict.send(channel('SLACK', target), null, notice('opened'))).rejects.toThrow();
    }
    await expect(
      open.send(channel('SLACK', 'http://169.254.169.254/latest'), null, notice('opened')),
    ).rejects.toThrow('metadata');
    expect(received).toHaveLength(0);
  });

  it('writes Slack text that can neither mention nor link', async () => {
    const { url, received } = await listen(() => 200);
    await new NoticeSender(loadConfig({})).send(channel('SLACK', url), null, notice('opened'));
    const message = JSON.parse(received[0]?.body ?? '{}');
    expect(message.text).toBe('[CRITICAL] training died &lt;!channel&gt; @octocat #1');
    expect(message.blocks).toHaveLength(2);
  });

  it('sends an e-mail through SMTP, one subject line', async () => {
    const mails: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        void stream.toArray().then((parts: Buffer[]) => {
          mails.push(Buffer.concat(parts).toString());
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    const sender = new NoticeSender(loadConfig({ UNTOIL_SMTP_URL: `smtp://127.0.0.1:${port}` }));
    await sender.send(
      channel('EMAIL', 'sre@example.org'),
      null,
      notice('opened', 'disk\r\nBcc: evil@example.org'),
    );
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(mails[0]).toMatch(/^Subject: \[CRITICAL\] disk Bcc: evil@example.org$/m);
    expect(mails[0]).toMatch(/^To: sre@example.org$/m);
  });

  it('opens one GitHub issue for an alert, comments on it, and closes it', async () => {
    const issues: { number: number; body: string; state: string }[] = [];
    const { url, received } = await listen(({ method, path, body }) => {
      if (method === 'GET') return { status: 200, json: issues.filter((issue) => issue.state === 'open') };
      if (method === 'POST' && path.endsWith('/issues'))
        issues.push({ number: 7, state: 'open', ...JSON.parse(body) });
      if (method === 'PATCH') Object.assign(issues[0] as object, JSON.parse(body));
      return { status: 201, json: { number: 7 } };
    });
    const sender = new NoticeSender(
      loadConfig({ UNTOIL_GITHUB_API_URL: url, UNTOIL_GITHUB_TOKEN: 'ghp_test' }),
    );
    for (const event of ['opened', 'opened', 'repeated', 'resolved', 'resolved'] as const) {
      await sender.send(channel('GITHUB_ISSUE', 'acme/face'), null, notice(event));
    }
    const writes = received
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
    expect(writes).toEqual([
      'POST /repos/acme/face/issues',
      'POST /repos/acme/face/issues/7/comments',
      'POST /repos/acme/face/issues/7/comments',
      'PATCH /repos/acme/face/issues/7',
    ]);
    // Held up by a receiver that was down until all was over: no issue that nobody would ever close.
    await sender.send(channel('GITHUB_ISSUE', 'acme/face'), null, notice('opened', 'late', 'RESOLVED'));
    expect(issues).toHaveLength(1);
    expect(issues[0]?.body).not.toMatch(/@octocat|#1\b/);
    expect(received[0]?.headers.authorization).toBe('token ghp_test');
  });
});
