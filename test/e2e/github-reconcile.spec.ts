import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { GithubServer } from './github-server.js';
import { incidentScene } from './incident-scene.js';
import { toilScene } from './toil-scene.js';

const SECRET = 'it is signed with this';
const github = new GithubServer();
const address = await github.start();
const SETTINGS = { UNTOIL_GITHUB_WEBHOOK_SECRET: SECRET, UNTOIL_GITHUB_API_URL: address };
const repository = { full_name: 'acme/shop', name: 'shop' };
const issue = (number: number, over: object = {}) => ({
  ...{
    id: 1000 + number,
    number,
    title: `issue ${number}`,
    state: 'open',
    labels: [{ name: 'incident' }],
    assignees: [],
  },
  ...{ created_at: '2026-03-03T09:00:00Z', updated_at: '2026-03-03T09:00:00Z', closed_at: null },
  ...over,
});
const CLOSED = { state: 'closed', closed_at: '2026-03-03T10:00:00Z', updated_at: '2026-03-03T10:00:00Z' };

describe('reconciling with GitHub', () => {
  const api = useApi({ environment: SETTINGS });
  const worker = useWorker(() => ({
    databaseUrl: api.databaseUrl,
    dataDir: api.dataDir,
    environment: SETTINGS,
  }));
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  afterAll(() => github.stop());

  const deliver = (event: string, payload: object, guid: string) => {
    const body = JSON.stringify(payload);
    const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
    return fetch(`${api.url}/webhooks/github`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-github-event': event,
        'x-github-delivery': guid,
        'x-hub-signature-256': signature,
      },
      body,
    });
  };
  const reconcile = async () => {
    await api.must(
      'mutation($i: WatchGithubRepositoryInput!) { watchGithubRepository(input: $i) { accepted userErrors { message } } }',
      {
        i: { repository: 'Acme/Shop', hookId: 1 },
      },
    );
    await worker.drain();
  };
  const all = async (filter = '') => (await incidents.list(`first: 100${filter}`)).nodes;

  beforeAll(async () => {
    await scene.service('shop');
    for (let number = 1; number <= 10; number++) {
      const opened = { action: 'opened', issue: issue(number), repository };
      const closed = { action: 'closed', issue: issue(number, CLOSED), repository };
      for (const payload of [opened, closed]) {
        const id = github.deliveries.length + 1;
        github.deliveries.push({ id, guid: `guid-${id}`, event: 'issues', payload });
      }
      github.issues.set(number, issue(number, CLOSED));
    }
  });

  it('finds the deliveries that were lost, past a secondary rate limit', async () => {
    // every fifth is lost
    for (const { id, guid, event, payload } of github.deliveries)
      if (id % 5 !== 0) await deliver(event, payload, guid);
    expect((await all(', status: OPEN')).length).toBeGreaterThan(0);
    github.limited = 1;
    await reconcile();
    expect((await all()).length).toBe(10);
    expect(await all(', status: RESOLVED')).toHaveLength(10);
    for (const incident of await all())
      expect(incident).toMatchObject({ wallSeconds: 3600, service: { key: 'shop' } });
  });

  it('corrects what no delivery ever told, and finds what is gone', async () => {
    // Later than the last look at GitHub, and no more than a day ahead of the clock.
    const LATER = { updated_at: new Date(Date.now() + 3_600_000).toISOString() };
    github.issues.set(11, issue(11, { ...CLOSED, ...LATER }));
    github.issues.set(12, issue(12, LATER));
    github.issues.set(3, issue(3, LATER));
    await reconcile();
    expect(await all(', text: "issue 11"')).toMatchObject([{ status: 'RESOLVED', wallSeconds: 3600 }]);
    expect(await all(', text: "issue 12"')).toMatchObject([{ status: 'OPEN' }]);
    expect(await all(', text: "issue 3"')).toMatchObject([{ reopenCount: 1 }]);
    github.issues.delete(12);
    await reconcile();
    expect(await all(', text: "issue 12"')).toMatchObject([{ status: 'RESOLVED' }]);
  });
});
