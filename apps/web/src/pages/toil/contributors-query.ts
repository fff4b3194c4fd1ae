import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { gql } from '../../graphql/client.js';
import type { ContributorsQuery, ContributorsQueryVariables } from '../../graphql/generated/operations.js';

const Contributors = gql<ContributorsQuery, ContributorsQueryVariables>(/* GraphQL */ `
  query Contributors($service: String, $from: DateTime!, $to: DateTime!, $after: String) {
    workEntries(service: $service, from: $from, to: $to, first: 100, after: $after) {
      nodes { id date durationSeconds workClass deleted note taskType { key name } person { name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** One entry as the drill reads it. */
export type ContributorEntry = ContributorsQuery['workEntries']['nodes'][number];

const mostPages = 30;

/** Reads the entries of a service in a range page by page; complete is false while there are more than it reads. */
export const useContributors = (service: string, from: string, to: string) => {
  const client = useClient();
  const [state, setState] = useState<{ entries: ContributorEntry[]; complete: boolean; done: boolean }>({
    entries: [],
    complete: false,
    done: false,
  });
  useEffect(() => {
    let live = true;
    const read = async () => {
      const entries: ContributorEntry[] = [];
      let after: string | null = null;
      for (let page = 0; page < mostPages && live; page++) {
        const { data }: { data?: ContributorsQuery } = await client
          .query(
            Contributors,
            { service, from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z`, after },
            { requestPolicy: 'network-only' },
          )
          .toPromise();
        if (!data) break;
        entries.push(...data.workEntries.nodes.filter((entry) => !entry.deleted));
        after = data.workEntries.pageInfo.endCursor;
        const complete = !data.workEntries.pageInfo.hasNextPage;
        if (live) setState({ entries: [...entries], complete, done: complete || page === mostPages - 1 });
        if (complete) return;
      }
      if (live) setState((before) => ({ ...before, done: true }));
    };
    setState({ entries: [], complete: false, done: false });
    void read();
    return () => {
      live = false;
    };
  }, [client, service, from, to]);
  return state;
};
