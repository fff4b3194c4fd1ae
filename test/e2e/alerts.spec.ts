import { describe, expect, it } from 'vitest';
import { Alerts, Transactions } from '#platform';
import { useApi } from '../harness/use-api.js';

describe('alerts through the API', () => {
  const api = useApi();
  const raise = (subject: string) =>
    api.app
      .get(Transactions)
      .run((tx) =>
        api.app
          .get(Alerts)
          .raise(tx, { kind: 'queue.starved', subject, title: `${subject} starves`, severity: 'WARNING' }),
      );

  it('are listed newest first, page by page, and filtered', async () => {
    for (const subject of ['a', 'b', 'c']) await raise(subject);
    const list = (after: string | null) =>
      api.must(
        `query ($after: String) { alerts(first: 2, after: $after, status: OPEN, kind: "queue.starved") {
           nodes { subject title severity status occurrences resolvedAt } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
    const first = (await list(null)).alerts;
    expect(first.nodes.map((alert: { subject: string }) => alert.subject)).toEqual(['c', 'b']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await list(first.pageInfo.endCursor)).alerts;
    expect(second).toMatchObject({
      nodes: [{ subject: 'a', severity: 'WARNING', occurrences: 1 }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('are acknowledged once, and found by id', async () => {
    const { id } = await raise('d');
    const acknowledge = () =>
      api.query(
        'mutation ($id: ID!) { acknowledgeAlert(id: $id) { accepted duplicate userErrors { code path } } }',
        { id },
      );
    expect((await acknowledge()).data.acknowledgeAlert).toEqual({
      accepted: true,
      duplicate: false,
      userErrors: [],
    });
    expect((await acknowledge()).data.acknowledgeAlert.duplicate).toBe(true);
    const { node } = await api.must('query ($id: ID!) { node(id: $id) { id ... on Alert { status } } }', {
      id,
    });
    expect(node).toEqual({ id, status: 'ACKNOWLEDGED' });
  });

  it('refuse an alert that is not there, and a channel that cannot work', async () => {
    const unknown = await api.query(
      'mutation { acknowledgeAlert(id: "alr_x") { accepted userErrors { code path } } }',
    );
    expect(unknown.data.acknowledgeAlert).toEqual({
      accepted: false,
      userErrors: [{ code: 'NOT_FOUND', path: ['id'] }],
    });
    const channel = await api.query(
      'mutation { createAlertChannel(input: { kind: EMAIL, target: "nobody" }) { id userErrors { code path } } }',
    );
    expect(channel.data.createAlertChannel).toEqual({
      id: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'target'] }],
    });
  });
});
