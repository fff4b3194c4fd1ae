import { createClient } from 'graphql-ws';
import { beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { Transactions } from '#platform';
import { useApi } from '../harness/use-api.js';
import { incidentScene } from './incident-scene.js';
import { toilScene } from './toil-scene.js';

interface Told {
  id: string;
  version: number;
  status: string;
  verdict: string | null;
  mergedInto: string | null;
  events: { type: string }[];
}

describe('incidents as they change', () => {
  const api = useApi();
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  const REVIEW =
    'mutation($i: ReviewIncidentInput!) { reviewIncident(input: $i) { incident { version } userErrors { code path details } } }';
  const review = (input: object) => api.query(REVIEW, { i: input }).then(({ data }) => data.reviewIncident);
  const merge = (into: string, duplicates: string[]) =>
    api.must(
      'mutation($i: MergeIncidentsInput!) { mergeIncidents(input: $i) { incident { id } userErrors { message } } }',
      { i: { into, duplicates } },
    );
  let opened = 0;
  const open = () => incidents.open({ service: 'checkout', title: `incident ${++opened}` });

  /** Follows incidents over a socket of its own, as a second browser would. */
  const follow = (id: string | null) => {
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      connectionParams: { authorization: `Bearer ${api.adminToken}` },
      retryAttempts: 0,
      webSocketImpl: WebSocket,
    });
    const events = client.iterate<{ incidentChanged: Told }>({
      query:
        'subscription($id: ID) { incidentChanged(id: $id) { id version status verdict mergedInto events { type } } }',
      variables: { id },
    });
    const until = async (isIt: (told: Told) => boolean): Promise<Told> => {
      for (let next = await events.next(); !next.done; next = await events.next()) {
        const told = next.value.data?.incidentChanged;
        if (told && isIt(told)) return told;
      }
      throw new Error('the subscription ended');
    };
    return {
      until,
      /** The subscription begins when the server says so: something is changed until it is told. */
      async begun(incident: string) {
        let heard = false;
        const first = until((told) => told.id === incident).then(() => {
          heard = true;
        });
        while (!heard) await review({ incident, stepsTaken: 'looked' });
        await first;
      },
      async leave() {
        await events.return?.();
        await client.dispose();
      },
    };
  };

  beforeAll(async () => {
    await scene.service('checkout');
    await scene.person('kim');
  });

  it('are told to a second browser: opened, acknowledged, reviewed, merged', async () => {
    const known = await open();
    const browser = follow(null);
    await browser.begun(known);
    const fresh = await open();
    expect(await browser.until((told) => told.id === fresh)).toMatchObject({ status: 'OPEN', version: 1 });
    await incidents.event(fresh, 'ACKNOWLEDGED', new Date().toISOString(), 'kim');
    expect(await browser.until((told) => told.id === fresh)).toMatchObject({
      status: 'ACKNOWLEDGED',
      version: 2,
      // What hangs on the incident is read anew each time as well, not once for the whole subscription.
      events: [{ type: 'OPENED' }, { type: 'ACKNOWLEDGED' }],
    });
    await review({ incident: fresh, verdict: 'USEFUL' });
    expect(await browser.until((told) => told.id === fresh)).toMatchObject({ verdict: 'USEFUL', version: 3 });
    await merge(known, [fresh]);
    expect(await browser.until((told) => told.id === fresh)).toMatchObject({ mergedInto: known });
    await browser.leave();
  });

  it('are told of one incident alone, when it is named', async () => {
    const [mine, other] = [await open(), await open()];
    const browser = follow(mine);
    await browser.begun(mine);
    await review({ incident: other, verdict: 'NOISE' });
    await review({ incident: mine, verdict: 'NOISE' });
    expect(await browser.until(({ id, verdict }) => id !== mine || verdict === 'NOISE')).toMatchObject({
      id: mine,
    });
    await browser.leave();
  });

  it('are told again when the listening connection was cut meanwhile', async () => {
    const incident = await open();
    const browser = follow(null);
    await browser.begun(incident);
    await api.app
      .get(Transactions)
      .read.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'untoil-events' and datname = current_database()`,
      );
    await review({ incident, verdict: 'NOISE' });
    const told = await browser.until(({ id, verdict }) => id === incident && verdict === 'NOISE');
    expect(told.status).toBe('OPEN');
    await browser.leave();
  });

  it('refuse a review of what was changed meanwhile', async () => {
    const incident = await open();
    const [first, second] = await Promise.all([
      review({ incident, version: 1, verdict: 'USEFUL' }),
      review({ incident, version: 1, verdict: 'NOISE' }),
    ]);
    const [kept, refused] = first.incident ? [first, second] : [second, first];
    expect(kept).toEqual({ incident: { version: 2 }, userErrors: [] });
    expect(refused.userErrors).toEqual([
      { code: 'CONFLICT', path: ['input', 'version'], details: { currentVersion: 2 } },
    ]);
  });
});
