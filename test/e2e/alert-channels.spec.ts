import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';

describe('channels of alerts', () => {
  const api = useApi();
  let status = 204;
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      bodies.push(text);
      response.writeHead(status).end();
    });
  });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve())));
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const test = async (id: string) =>
    (
      await api.query(
        'mutation($id: ID!) { testAlertChannel(id: $id) { delivered reason userErrors { code path } } }',
        { id },
      )
    ).data.testAlertChannel;
  const create = async (): Promise<string> => {
    const { port } = server.address() as { port: number };
    const made = await api.must(
      'mutation($i: CreateAlertChannelInput!) { createAlertChannel(input: $i) { id userErrors { message } } }',
      { i: { kind: 'WEBHOOK', target: `http://127.0.0.1:${port}/hook`, secret: 'a secret' } },
    );
    return made.createAlertChannel.id;
  };

  it('send a test that says that it is one, and say why it was not taken', async () => {
    const id = await create();
    expect(await test(id)).toEqual({ delivered: true, reason: null, userErrors: [] });
    expect(JSON.parse(bodies[0] ?? '').data).toMatchObject({ kind: 'channel.test', severity: 'INFO' });
    status = 500;
    expect(await test(id)).toMatchObject({ delivered: false, reason: expect.stringContaining('500') });
    expect((await test('ach_nobody')).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
  });

  it('are switched off and on again', async () => {
    const id = await create();
    const change = async (disabled: boolean, channel = id) =>
      (
        await api.query(
          'mutation($i: UpdateAlertChannelInput!) { updateAlertChannel(input: $i) { channel { disabledAt } userErrors { code path } } }',
          { i: { id: channel, disabled } },
        )
      ).data.updateAlertChannel;
    const since = (await change(true)).channel.disabledAt;
    expect(since).not.toBeNull();
    expect((await change(true)).channel.disabledAt).toBe(since);
    expect((await change(false)).channel.disabledAt).toBeNull();
    expect((await change(true, 'ach_nobody')).userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'id'] },
    ]);
  });
});
