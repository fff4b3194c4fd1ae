import { gql } from '../graphql/client.js';
import type { CatalogueQuery, CatalogueQueryVariables } from '../graphql/generated/operations.js';
import { useRead } from '../graphql/use-read.js';

const Catalogue = gql<CatalogueQuery, CatalogueQueryVariables>(/* GraphQL */ `
  query Catalogue {
    services(first: 100) { nodes { id key name } }
    people(first: 100) { nodes { id key name } }
    taskTypes(first: 100) { nodes { id key name workClass } }
  }
`);

/** Services, people and task types that forms offer; empty lists while they load. */
export const useCatalogue = () => {
  const read = useRead(Catalogue, {}, { types: ['Service', 'Person', 'TaskType'] });
  return {
    loaded: read.data !== undefined,
    services: read.data?.services.nodes ?? [],
    people: read.data?.people.nodes ?? [],
    taskTypes: read.data?.taskTypes.nodes ?? [],
  };
};

/** Pairs for a choice, with an empty one first when words for it are given. */
export const choices = (
  nodes: readonly { key: string; name: string }[],
  none?: string,
): [string, string][] => [
  ...(none === undefined ? [] : ([['', none]] as [string, string][])),
  ...nodes.map((node): [string, string] => [node.key, node.name]),
];
