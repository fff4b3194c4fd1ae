import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { incidentScene } from './incident-scene.js';
import { toilScene } from './toil-scene.js';

interface Examples {
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads as GitHub publishes them
  examples: any[];
}
// The real payloads that GitHub documents.
const EXAMPLES = createRequire(import.meta.url)(
  '@octokit/webhooks-examples/api.github.com/index.json',
) as Examples[];
const examplesOf = (name: string) => EXAMPLES.find((one) => one.name === name)?.examples ?? [];

const SECRET = 'it is signed with this';
const sign = (body: string, secret = SECRET, algorithm = 'sha256') =>
  `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;

describe('webhooks of GitHub', () => {
  const api = useApi({ environment: { UNTOIL_GITHUB_WEBHOOK_SECRET: SECRET } });
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  let serial = 0;

  const post = async (body: string, headers: Record<string, string>) => {
    const response = await fetch(`${api.url}/webhooks/github`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return {
      status: response.status,
      body: (await response.json()) as { duplicate?: boolean; outcome?: string; code?: string },
    };
  };
  const deliver = (event: string, payload: object, id = `delivery-${++serial}`) => {
    const body = JSON.stringify(payload);
    return post(body, {
      'x-github-event': event,
      'x-github-delivery': id,
      'x-hub-signature-256': sign(body),
    });
  };
  const issue = (action: string, over: object = {}, more: object = {}) => {
    const example = examplesOf('issues').find((one) => one.action === 'opened') ?? examplesOf('issues')[0];
    return {
      ...example,
      action,
      issue: {
        ...example.issue,
        ...{ id: 4711, number: 7, title: 'Checkout is down', state: 'open', closed_at: null, assignees: [] },
        ...{ created_at: '2026-03-03T09:00:00Z', updated_at: '2026-03-03T09:00:00Z' },
        labels: [{ name: 'Incident' }, { name: 'service:checkout' }],
        ...over,
      },
      ...more,
    };
  };
  const only = async (filter = 'first: 10') => (await incidents.list(filter)).nodes;

  beforeAll(async () => {
    await scene.service('checkout');
    await scene.service('search');
    await scene.person('kim');
    const map =
      'mutation($i: MapPersonNameInput!) { mapPersonName(input: $i) { accepted userErrors { message } } }';
    await api.must(map, { i: { source: 'GITHUB', name: 'OctoKim', person: 'kim' } });
  });

  it('are refused unless they are signed with the secret, over the very bytes', async () => {
    const body = JSON.stringify(issue('opened'));
    const headers = { 'x-github-event': 'issues', 'x-github-delivery': 'forged' };
    const forged: Record<string, string>[] = [
      {},
      { 'x-hub-signature': sign(body, SECRET, 'sha1') },
      { 'x-hub-signature-256': sign(body, SECRET, 'sha1') },
      { 'x-hub-signature-256': sign(body, 'another secret') },
      { 'x-hub-signature-256': sign(body).slice(0, -1) },
      { 'x-hub-signature-256': sign(body.replace('7', '8')) },
      { 'x-hub-signature-256': sign(JSON.stringify(JSON.parse(body), null, 1)) },
      { 'x-hub-signature-256': '' },
    ];
    for (const signature of forged) {
      expect(await post(body, { ...headers, ...signature })).toMatchObject({
        status: 401,
        body: { code: 'UNAUTHENTICATED' },
      });
    }
    expect(await only()).toEqual([]);
  });

  it('make an issue with a chosen label an incident, and follow it', async () => {
    expect(await deliver('issues', issue('opened'))).toMatchObject({
      status: 200,
      body: { duplicate: false },
    });
    const assigned = { updated_at: '2026-03-03T09:10:00Z' };
    await deliver('issues', issue('assigned', assigned, { assignee: { login: 'OctoKim' } }));
    await deliver('issues', issue('closed', { state: 'closed', closed_at: '2026-03-03T10:00:00Z' }));
    expect(await only()).toMatchObject([
      {
        title: 'Checkout is down',
        service: { key: 'checkout' },
        status: 'RESOLVED',
        wallSeconds: 3600,
        engagedSeconds: 3000,
      },
    ]);
    const reopened = { updated_at: '2026-03-03T12:00:00Z', assignees: [{ login: 'octokim' }] };
    await deliver('issues', issue('reopened', reopened));
    await deliver('issues', issue('closed', { state: 'closed', closed_at: '2026-03-03T12:30:00Z' }));
    expect(await only()).toMatchObject([{ reopenCount: 1, wallSeconds: 5400, engagedSeconds: 4800 }]);
  });

  it('take what an issue was when a label made it an incident', async () => {
    const plain = { labels: [], title: 'labelled late' };
    const later = {
      title: 'labelled late',
      updated_at: '2026-03-03T09:30:00Z',
      assignees: [{ login: 'octokim' }],
    };
    const closed = { ...later, state: 'closed', closed_at: '2026-03-03T09:20:00Z' };
    for (const id of [6001, 6002]) await deliver('issues', issue('opened', { ...plain, id, number: id }));
    await deliver('issues', issue('labeled', { ...later, id: 6001, number: 6001 }));
    await deliver('issues', issue('labeled', { ...closed, id: 6002, number: 6002 }));
    const end = { state: 'closed', closed_at: '2026-03-03T10:00:00Z' };
    await deliver('issues', issue('closed', { ...later, ...end, id: 6001, number: 6001 }));
    const told = await only('first: 10, text: "labelled late"');
    expect(
      told
        .map((one: { wallSeconds: number; engagedSeconds: number; status: string }) => [
          one.status,
          one.wallSeconds,
          one.engagedSeconds,
        ])
        .sort(),
    ).toEqual([
      ['RESOLVED', 1200, 0],
      ['RESOLVED', 3600, 1800],
    ]);
  });

  it('count a delivery once, however often and in whatever order it comes', async () => {
    const closed = issue('closed', {
      id: 5000,
      number: 8,
      state: 'closed',
      closed_at: '2026-03-03T11:00:00Z',
    });
    const opened = issue('opened', { id: 5000, number: 8 });
    const copies = Array.from({ length: 25 }, (_, index): [string, object] =>
      index % 2 === 0 ? ['closed', closed] : ['opened', opened],
    );
    const answers = await Promise.all(
      copies.map(([id, payload]) => deliver('issues', payload, `copy-${id}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(copies.map(() => 200));
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(2);
    const [incident] = await only('first: 10, text: "checkout is"').then((nodes) =>
      nodes.filter((one: { reopenCount: number }) => one.reopenCount === 0),
    );
    expect(incident).toMatchObject({ status: 'RESOLVED', wallSeconds: 7200 });
    expect(incident.events).toHaveLength(2);
  });

  it('take the service from a mapped label, and leave other issues alone', async () => {
    const plain = { id: 6000, number: 9, labels: [{ name: 'bug' }] };
    expect((await deliver('issues', issue('opened', plain))).body.outcome).toMatch(/no label/);
    const map =
      'mutation($i: MapServiceNameInput!) { mapServiceName(input: $i) { accepted userErrors { message } } }';
    await api.must(map, { i: { source: 'GITHUB_LABEL', name: 'Sev1-Search', service: 'search' } });
    await deliver('issues', issue('labeled', { ...plain, labels: [{ name: 'sev1-search' }] }));
    expect(await only('first: 10, service: "search"')).toHaveLength(1);
  });

  it('end an incident whose issue is deleted, and follow one that is transferred', async () => {
    await deliver('issues', issue('deleted', { id: 6000, number: 9 }));
    expect(await only('first: 10, service: "search"')).toMatchObject([{ status: 'RESOLVED' }]);
    const opened = issue('opened', { id: 7000, number: 10, title: 'moves', labels: ['incident', 'search'] });
    await deliver('issues', opened);
    const moved = { ...opened.issue, id: 7001, number: 1, updated_at: '2026-03-03T10:00:00Z' };
    const repository = { ...examplesOf('issues')[0].repository, full_name: 'acme/other', name: 'other' };
    await deliver('issues', {
      ...opened,
      action: 'transferred',
      changes: { new_issue: moved, new_repository: repository },
    });
    await deliver('issues', {
      ...opened,
      action: 'closed',
      repository,
      issue: { ...moved, state: 'closed', closed_at: '2026-03-03T11:00:00Z' },
    });
    expect(await only('first: 10, text: "moves"')).toMatchObject([{ status: 'RESOLVED', wallSeconds: 7200 }]);
  });

  it('make a comment with a time a draft of its author', async () => {
    const [example] = examplesOf('issue_comment');
    const comment = {
      ...example.comment,
      id: 99,
      body: '/toil 25m restarted the pods',
      user: { login: 'octokim' },
      created_at: '2026-03-03T10:00:00Z',
    };
    const payload = { ...example, action: 'created', comment, issue: issue('opened').issue };
    expect((await deliver('issue_comment', payload)).body.outcome).toBe('a draft');
    expect((await deliver('issue_comment', payload)).body.outcome).toBe('told before');
    const told = async () =>
      (
        await api.must('{ drafts(person: "kim") { id startAt endAt note source service { key } } }')
      ).drafts.filter(({ source }: { source: string }) => source === 'GITHUB');
    const drafts = await told();
    expect(drafts).toMatchObject([
      {
        startAt: '2026-03-03T09:35:00.000Z',
        endAt: '2026-03-03T10:00:00.000Z',
        note: 'restarted the pods',
        source: 'GITHUB',
        service: { key: 'checkout' },
      },
    ]);
    const confirm =
      'mutation($i: ConfirmDraftsInput!) { confirmDrafts(input: $i) { entries { durationSeconds workClass } userErrors { code path } } }';
    const { confirmDrafts } = await api.must(confirm, { i: { ids: [drafts[0].id], workClass: 'TOIL' } });
    expect(confirmDrafts.entries).toEqual([{ durationSeconds: 1500, workClass: 'TOIL' }]);
    expect(await told()).toEqual([]);
  });

  it('take a comment on an incident as a sign that its author was at work on it', async () => {
    const [example] = examplesOf('issue_comment');
    const incident = async () =>
      (
        await api.must('{ incidents(first: 20) { nodes { externalId responses { inferredSeconds } } } }')
      ).incidents.nodes.find((one: { externalId: string }) => one.externalId === '4711');
    const said = (id: number, created_at: string, login = 'octokim', type = 'User') =>
      deliver('issue_comment', {
        ...example,
        action: 'created',
        comment: { ...example.comment, id, body: 'looking', user: { login, type }, created_at },
        issue: issue('opened').issue,
      });
    expect((await said(201, '2026-03-03T09:40:00Z')).body.outcome).toBe('activity on the incident');
    expect((await said(201, '2026-03-03T09:40:00Z')).body.outcome).toBe('told before');
    await said(202, '2026-03-03T09:25:00Z');
    expect((await said(203, '2026-03-03T09:30:00Z', 'a-bot', 'Bot')).body.outcome).toBe(
      'the comment tells of no time',
    );
    expect((await said(204, '2026-03-03T09:30:00Z', 'stranger')).body.outcome).toContain('nobody is mapped');
    expect(await incident()).toMatchObject({ responses: [{ inferredSeconds: 1500 }] });
  });

  it('answer every payload that GitHub documents', async () => {
    for (const { name, examples } of EXAMPLES) {
      for (const payload of examples)
        expect(await deliver(name, payload), name).toMatchObject({ status: 200 });
    }
  });
});

describe('webhooks of GitHub without a secret', () => {
  const api = useApi();

  it('are all refused', async () => {
    const response = await fetch(`${api.url}/webhooks/github`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'ping',
        'x-github-delivery': '1',
        'x-hub-signature-256': sign('{}', ''),
      },
      body: '{}',
    });
    expect(response.status).toBe(401);
  });
});
