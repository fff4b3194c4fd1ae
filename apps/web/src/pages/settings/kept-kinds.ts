import type { DocumentInput } from 'urql';
import { gql } from '../../graphql/client.js';
import type {
  ArchivePersonMutation,
  ArchivePersonMutationVariables,
  ArchiveServiceMutation,
  ArchiveServiceMutationVariables,
  ArchiveTaskTypeMutation,
  ArchiveTaskTypeMutationVariables,
  MergePeopleMutation,
  MergePeopleMutationVariables,
  MergeServicesMutation,
  MergeTaskTypesMutation,
} from '../../graphql/generated/operations.js';

type Archive = ArchiveServiceMutation | ArchivePersonMutation | ArchiveTaskTypeMutation;
type Merge = MergePeopleMutation | MergeServicesMutation | MergeTaskTypesMutation;

/** A person, service or task type in a list of settings. */
export interface Kept {
  id: string;
  key: string;
  name: string;
  version: number;
  archivedAt: string | null;
  mergedInto: { name: string } | null;
}

/** How a kind of thing is archived and merged; types: what becomes old by it. */
export interface KeptKind {
  name: 'person' | 'service' | 'taskType';
  types: string[];
  archive: DocumentInput<Archive, { input: never }>;
  merge: DocumentInput<Merge, MergePeopleMutationVariables>;
}

const ArchivePerson = gql<ArchivePersonMutation, ArchivePersonMutationVariables>(/* GraphQL */ `
  mutation ArchivePerson($input: UpdatePersonInput!) { it: updatePerson(input: $input) { person { id version archivedAt } userErrors { code message path } } }
`);
const ArchiveService = gql<ArchiveServiceMutation, ArchiveServiceMutationVariables>(/* GraphQL */ `
  mutation ArchiveService($input: UpdateServiceInput!) { it: updateService(input: $input) { service { id version archivedAt } userErrors { code message path } } }
`);
const ArchiveTaskType = gql<ArchiveTaskTypeMutation, ArchiveTaskTypeMutationVariables>(/* GraphQL */ `
  mutation ArchiveTaskType($input: UpdateTaskTypeInput!) { it: updateTaskType(input: $input) { taskType { id version archivedAt } userErrors { code message path } } }
`);
const MergePeople = gql<MergePeopleMutation, MergePeopleMutationVariables>(/* GraphQL */ `
  mutation MergePeople($input: MergeInput!) { it: mergePeople(input: $input) { key moved { kind count } userErrors { code message path } } }
`);
const MergeServices = gql<MergeServicesMutation, MergePeopleMutationVariables>(/* GraphQL */ `
  mutation MergeServices($input: MergeInput!) { it: mergeServices(input: $input) { key moved { kind count } userErrors { code message path } } }
`);
const MergeTaskTypes = gql<MergeTaskTypesMutation, MergePeopleMutationVariables>(/* GraphQL */ `
  mutation MergeTaskTypes($input: MergeInput!) { it: mergeTaskTypes(input: $input) { key moved { kind count } userErrors { code message path } } }
`);

/** Everything that hours hang on. */
const HOURS = ['WorkEntry', 'ToilReport', 'Capacity', 'Incident'];

export const PEOPLE: KeptKind = {
  name: 'person',
  types: ['Person', 'Account', ...HOURS],
  archive: ArchivePerson,
  merge: MergePeople,
};
export const SERVICES: KeptKind = {
  name: 'service',
  types: ['Service', 'BudgetStatus', 'Pipeline', ...HOURS],
  archive: ArchiveService,
  merge: MergeServices,
};
export const TASK_TYPES: KeptKind = {
  name: 'taskType',
  types: ['TaskType', ...HOURS],
  archive: ArchiveTaskType,
  merge: MergeTaskTypes,
};
