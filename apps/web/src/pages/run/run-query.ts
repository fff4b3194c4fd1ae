import { gql } from '../../graphql/client.js';
import type {
  CancelRunMutation,
  CancelRunMutationVariables,
  RunLiveSubscription,
  RunLiveSubscriptionVariables,
  RunPageQuery,
  RunPageQueryVariables,
} from '../../graphql/generated/operations.js';

/** A run with its steps, gate, curves and log. */
export const RunDocument = gql<RunPageQuery, RunPageQueryVariables>(/* GraphQL */ `
  fragment Gate on GateDecision {
    outcome n accuracy bothRight bothWrong wilsonLowPercent wilsonHighPercent candidateOnlyRight championOnlyRight
    pValue looks alpha lossBoundPercent validationDigest majorityPercent nearestNeighbourPercent advice reasons
  }
  query RunPage($id: ID!, $key: String!) {
    pipelineRun(id: $id) {
      id status trigger error progressPercent engine seed createdAt startedAt finishedAt
      steps { name status startedAt finishedAt detail }
      modelVersion { id number weightsSha256 dataDigest deployment gate { ...Gate } }
      metrics(points: 500) { series step value at }
      log(last: 200)
    }
    pipeline(key: $key) {
      id key dataset { id key } canaryPercent live { id number } candidate { id number }
      queues { queue state size capacity batchSize fillPercent }
    }
  }
`);

/** The same run while it goes on. */
export const RunLive = gql<RunLiveSubscription, RunLiveSubscriptionVariables>(/* GraphQL */ `
  subscription RunLive($id: ID!) {
    runProgress(id: $id) {
      id status error progressPercent engine startedAt finishedAt
      steps { name status startedAt finishedAt detail }
      metrics(points: 500) { series step value at }
      log(last: 200)
    }
  }
`);

/** Stops a run. */
export const CancelRun = gql<CancelRunMutation, CancelRunMutationVariables>(/* GraphQL */ `
  mutation CancelRun($id: ID!) { cancelRun(id: $id) { run { id status } userErrors { code message path } } }
`);

/** A run as its page reads it. */
export type Run = NonNullable<RunPageQuery['pipelineRun']>;
/** A gate's decision as the pages read it. */
export type Gate = NonNullable<NonNullable<Run['modelVersion']>['gate']>;
