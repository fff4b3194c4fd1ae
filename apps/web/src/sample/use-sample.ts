import { gql } from '../graphql/client.js';
import type {
  LoadSampleMutation,
  LoadSampleMutationVariables,
  RemoveSampleMutation,
  RemoveSampleMutationVariables,
  SampleQuery,
  SampleQueryVariables,
} from '../graphql/generated/operations.js';
import { type Read, useRead } from '../graphql/use-read.js';
import { useWrite } from '../graphql/use-write.js';

const Sample = gql<SampleQuery, SampleQueryVariables>(/* GraphQL */ `
  query Sample { sampleData { status offered stage progressPercent error loadedAt } }
`);
const Load = gql<LoadSampleMutation, LoadSampleMutationVariables>(/* GraphQL */ `
  mutation LoadSample { loadSampleData { sampleData { status } userErrors { code message path } } }
`);
const Remove = gql<RemoveSampleMutation, RemoveSampleMutationVariables>(/* GraphQL */ `
  mutation RemoveSample { removeSampleData { sampleData { status } userErrors { code message path } } }
`);

/** How the sample data stands. */
export type SampleState = SampleQuery['sampleData'];

const EVERY_SECONDS = 1;

/** Reads how the sample data stands, and follows it while it is loading or being removed. */
export const useSample = (): Read<SampleQuery> => {
  const read = useRead(Sample, {}, { types: ['SampleData'] });
  const status = read.data?.sampleData.status;
  const moves = status === 'LOADING' || status === 'REMOVING';
  useRead(Sample, {}, { everySeconds: EVERY_SECONDS, pause: !moves });
  return read;
};

/** Has sample data loaded. */
export const useLoadSample = () => useWrite(Load, ['SampleData']);

/** Has sample data taken away, or its loading cancelled. */
export const useRemoveSample = () => useWrite(Remove, ['SampleData']);
