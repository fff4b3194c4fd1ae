import { describe, expect, it } from 'vitest';
import { Alerts, Transactions } from '#platform';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';

describe('a critical alert about a service', () => {
  const api = useApi();
  const worker = useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir }));
  const transact = <T>(
    work: (alerts: Alerts, tx: Parameters<Parameters<Transactions['run']>[0]>[0]) => Promise<T>,
  ) => api.app.get(Transactions).run((tx) => work(api.app.get(Alerts), tx));
  const raise = (serviceId: string) =>
    transact((alerts, tx) =>
      alerts.raise(tx, {
        kind: 'pipeline.failed',
        subject: 'faces',
        title: 'PATH_MISSING: 40 of 40 files not found',
        severity: 'CRITICAL',
        serviceId,
      }),
    );
  const incidents = async () =>
    (
      await api.must(
        '{ incidents(first: 10, service: "faces-api") { nodes { id title status severity reopenCount } } }',
      )
    ).incidents.nodes;

  it('opens one incident, which a person may close, the cause reopens, and recovery resolves', async () => {
    const { createService } = await api.must(
      'mutation { createService(input: { key: "faces-api", name: "Faces" }) { service { id } userErrors { code } } }',
    );
    const { id } = await raise(createService.service.id);
    await worker.drain();
    expect(await incidents()).toMatchObject([
      { title: 'PATH_MISSING: 40 of 40 files not found', status: 'OPEN', severity: 2 },
    ]);
    const linked = await api.must('query ($id: ID!) { node(id: $id) { ... on Alert { incident { id } } } }', {
      id,
    });
    const [{ id: incident }] = await incidents();
    expect(linked.node.incident.id).toBe(incident);

    await api.must(
      `mutation ($incident: ID!, $at: DateTime!) { recordIncidentEvent(input: { incident: $incident, type: RESOLVED, at: $at }) { userErrors { code } } }`,
      { incident, at: new Date().toISOString() },
    );
    await raise(createService.service.id);
    await worker.drain();
    expect(await incidents()).toMatchObject([{ status: 'OPEN', reopenCount: 1 }]);

    await transact((alerts, tx) => alerts.resolve(tx, 'pipeline.failed', 'faces'));
    await worker.drain();
    expect(await incidents()).toMatchObject([{ status: 'RESOLVED', reopenCount: 1 }]);
  });
});
