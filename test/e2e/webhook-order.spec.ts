import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

interface Examples {
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads as GitHub publishes them
  examples: any[];
}
const EXAMPLES = createRequire(import.meta.url)(
  '@octokit/webhooks-examples/api.github.com/index.json',
) as Examples[];
const example = (name: string, action?: string) => {
  const all = EXAMPLES.find((one) => one.name === name)?.examples ?? [];
  return all.find((one) => one.action === action) ?? all[0];
};

const SECRET = 'it is signed with this';
const TOKEN = 'the-token-that-alertmanager-sends';
const at = (clock: string) => `2026-03-03T${clock}:00Z`;

interface Telling {
  event: string;
  payload: object;
}

describe('webhooks in any order, any number of times', () => {
  const api = useApi({
    environment: { UNTOIL_GITHUB_WEBHOOK_SECRET: SECRET, UNTOIL_ALERTMANAGER_TOKEN: TOKEN },
  });
  const scene = toilScene(api);
  let world = 0;

  const post = async (path: string, body: string, headers: Record<string, string>) => {
    const response = await fetch(`${api.url}/webhooks/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    expect(response.status).toBe(200);
  };
  const github = ({ event, payload }: Telling, id: string) => {
    const body = JSON.stringify(payload);
    return post('github', body, {
      'x-github-event': event,
      'x-github-delivery': id,
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
    });
  };
  /** What anybody can see of the incidents whose title holds the word: nothing in it may depend on the order. */
  const seen = async (word: string) =>
    (
      await api.must(
        `query($w: String!) { incidents(first: 20, text: $w) { nodes { title status severity openedAt acknowledgedAt resolvedAt reopenCount
           wallSeconds engagedSeconds handsOnSeconds service { key } responses { person { key } engagedSeconds inferredSeconds } } } }`,
        { w: word },
      )
    ).incidents.nodes.map((node: { title: string }) => ({ ...node, title: node.title.replaceAll(word, '') }));
  const draftsOf = async (word: string) =>
    (await api.must('{ drafts(person: "kim") { startAt endAt note source } }')).drafts
      .filter(({ note }: { note: string | null }) => note?.includes(word))
      .map(({ startAt, endAt, source }: Record<string, string>) => `${source} ${startAt} ${endAt}`);

  /** A shuffle of `count` tellings in which each comes once to three times. */
  const tellings = (count: number) =>
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: count, maxLength: count }).chain((copies) =>
      fc.shuffledSubarray(
        copies.flatMap((times, index) => Array<number>(times).fill(index)),
        { minLength: copies.reduce((sum, times) => sum + times, 0) },
      ),
    );

  beforeAll(async () => {
    await scene.service('checkout');
    await scene.person('kim');
    await api.must(
      'mutation { a: mapPersonName(input: { source: GITHUB, name: "OctoKim", person: "kim" }) { userErrors { message } } b: mapServiceName(input: { source: GITHUB_REPOSITORY, name: "acme/shop", service: "checkout" }) { userErrors { message } } c: updateOrganization(input: { settings: { failedDeployment: "INCIDENT" } }) { userErrors { message } } }',
    );
  });

  /** The life of one issue, moved to another repository on the way. */
  const issueLife = (serial: number, word: string): Telling[] => {
    const [id, movedId] = [serial * 10, serial * 10 + 1];
    const opened = example('issues', 'opened');
    const told = (action: string, over: object = {}, more: object = {}): Telling => ({
      event: 'issues',
      payload: {
        ...opened,
        action,
        issue: {
          ...opened.issue,
          ...{ id, number: serial, title: `down ${word}`, state: 'open', closed_at: null, assignees: [] },
          ...{ created_at: at('09:00'), updated_at: at('09:00'), labels: [{ name: 'incident' }] },
          ...over,
        },
        repository: { ...opened.repository, full_name: 'acme/shop', name: 'shop' },
        ...more,
      },
    });
    const moved = { id: movedId, number: 1 };
    const there = { ...opened.repository, full_name: 'acme/other', name: 'checkout' };
    const kim = { assignee: { login: 'OctoKim' }, assignees: [{ login: 'OctoKim' }] };
    const comment = example('issue_comment', 'created');
    return [
      told('opened'),
      told('assigned', { updated_at: at('09:10') }, kim),
      {
        event: 'issue_comment',
        payload: {
          ...comment,
          action: 'created',
          comment: {
            ...comment.comment,
            id,
            body: 'looking',
            user: { login: 'octokim' },
            created_at: at('09:20'),
          },
          issue: (told('opened').payload as { issue: object }).issue,
          repository: { ...opened.repository, full_name: 'acme/shop', name: 'shop' },
        },
      },
      told('closed', { state: 'closed', closed_at: at('10:00'), updated_at: at('10:00') }),
      told('reopened', { updated_at: at('12:00'), assignees: [{ login: 'octokim' }] }),
      told(
        'transferred',
        { updated_at: at('12:10') },
        {
          changes: {
            new_issue: {
              ...(told('opened').payload as { issue: object }).issue,
              ...moved,
              updated_at: at('12:10'),
            },
            new_repository: there,
          },
        },
      ),
      told(
        'closed',
        { ...moved, state: 'closed', closed_at: at('12:30'), updated_at: at('12:30') },
        { repository: there },
      ),
    ];
  };

  it('tell the same life of an issue', async () => {
    const life = async (order: number[]) => {
      const serial = 1000 + ++world;
      const word = `w${serial}x`;
      const steps = issueLife(serial, word);
      for (const step of order) await github(steps[step] as Telling, `${word} ${step}`);
      return { incidents: await seen(word), drafts: await draftsOf(word) };
    };
    const plain = await life([0, 1, 2, 3, 4, 5, 6]);
    expect(plain.incidents).toMatchObject([
      { status: 'RESOLVED', reopenCount: 1, wallSeconds: 5400, engagedSeconds: 4800 },
    ]);
    expect(plain.incidents[0].responses).toMatchObject([{ inferredSeconds: 600 }]);
    await fc.assert(
      fc.asyncProperty(tellings(7), async (order) => {
        expect(await life(order)).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('tell the same of deployments that failed until one succeeded', async () => {
    const outcome = async (order: number[]) => {
      const serial = 5000 + ++world;
      const word = `w${serial}x`;
      const sample = example('deployment_status');
      const steps = (['failure', 'failure', 'success', 'success'] as const).map((state, index) => ({
        event: 'deployment_status',
        payload: {
          ...sample,
          deployment_status: {
            ...sample.deployment_status,
            id: serial * 10 + index,
            state,
            created_at: at(`1${index}:00`),
          },
          deployment: { ...sample.deployment, id: serial * 10 + index, ref: word, environment: word },
          repository: { ...sample.repository, full_name: 'acme/shop', name: 'shop' },
        },
      }));
      for (const step of order) await github(steps[step] as Telling, `${word} ${step}`);
      return seen(word);
    };
    const plain = await outcome([0, 1, 2, 3]);
    expect(plain).toMatchObject([
      { status: 'RESOLVED', wallSeconds: 3600 },
      { status: 'RESOLVED', wallSeconds: 7200 },
    ]);
    await fc.assert(
      fc.asyncProperty(tellings(4), async (order) => {
        expect(await outcome(order)).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('tell the same of alerts', async () => {
    const outcome = async (order: number[]) => {
      const word = `w${9000 + ++world}x`;
      const alert = (fingerprint: string, startsAt: string, endsAt: string | null) => ({
        ...{ status: endsAt ? 'resolved' : 'firing', startsAt, endsAt: endsAt ?? '0001-01-01T00:00:00Z' },
        fingerprint: `${word} ${fingerprint}`,
        labels: { service: 'checkout', severity: 'critical' },
        annotations: { summary: `errors ${word}` },
      });
      const steps = [
        [alert('a', at('09:00'), null)],
        [alert('a', at('09:00'), null), alert('b', at('09:05'), null)],
        [alert('a', at('09:00'), at('10:00')), alert('b', at('09:05'), null)],
        [alert('b', at('09:05'), at('10:30'))],
        [alert('a', at('11:00'), null)],
        [alert('a', at('11:00'), at('11:15'))],
      ];
      for (const step of order) {
        await post('alertmanager', JSON.stringify({ version: '4', alerts: steps[step] }), {
          authorization: `Bearer ${TOKEN}`,
        });
      }
      return seen(word);
    };
    const plain = await outcome([0, 1, 2, 3, 4, 5]);
    expect(plain.map((one: { wallSeconds: number }) => one.wallSeconds)).toEqual([900, 5100, 3600]);
    await fc.assert(
      fc.asyncProperty(tellings(6), async (order) => {
        expect(await outcome(order)).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
