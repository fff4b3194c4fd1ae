import { parse, validate } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { costOf, excessOf, LIMITS } from '../../apps/api/graphql/query-limits.rules.js';
import { buildSchema } from '../../apps/api/schema.js';

// What an honest client may ask for in one go; the limits must let all of it through, and leave room.
const METRIC = `{ percent nullReason numeratorSeconds denominatorSeconds coveragePercent lowPercent highPercent tier definition asOf provisional }`;
const SERVICE_TOIL = `{ service { id key name } toil ${METRIC} engineeringSeconds overheadSeconds band }`;
const MODEL = `{
  id number weightsSha256 dataDigest deployment classNames parameters
  gate { outcome n accuracy bothRight bothWrong wilsonLowPercent wilsonHighPercent candidateOnlyRight championOnlyRight
         pValue looks alpha lossBoundPercent validationDigest majorityPercent nearestNeighbourPercent advice reasons
         classes { name n recallPercent confusion misread { path row split label url } } }
  files { kind name bytes sha256 url } layers { name outputShape kernelShape parameters macs meaning }
}`;
const RUN = `{
  id status trigger error progressPercent engine seed createdAt startedAt finishedAt log
  steps { name status startedAt finishedAt detail } metrics { series step value at } modelVersion ${MODEL}
}`;
const QUERIES: Record<string, string> = {
  'a run with everything': `{ pipelineRun(id: "x") ${RUN} }`,
  'a pipeline with its newest twenty runs': `{ pipeline(key: "x") { id key state service { id key name } canaryPercent
     retrain { due clauses { clause holds value needed } } queues { queue state size capacity fillPercent cause sampledAt }
     live ${MODEL} candidate ${MODEL} runs(first: 20) { nodes ${RUN} pageInfo { hasNextPage endCursor } } } }`,
  'a hundred runs with their steps': `{ pipeline(key: "x") { runs(first: 100) { nodes { id status error steps { name status detail }
     modelVersion { number deployment gate { outcome accuracy } } } } } }`,
  'a hundred pipelines with what is live': `{ pipelines(first: 100) { nodes { id key state service { key } live { number gate { outcome accuracy } }
     retrain { due clauses { clause holds value needed } } } } }`,
  'a toil report with everything': `{ toilReport(input: { from: "2026-01-01", to: "2026-07-01" }) { from to notices total ${METRIC}
     services ${SERVICE_TOIL} people { person { id key name zone weeklyHours lead { key } } toil ${METRIC} engineeringSeconds overheadSeconds }
     weeks { label from to hours total ${METRIC} services ${SERVICE_TOIL} } snapshot ${METRIC} } }`,
  'a hundred work entries': `{ workEntries(first: 100) { nodes { id version workClass start end date durationSeconds note deleted
     person { id key name zone weeklyHours lead { id key name } } service { id key name } taskType { id key name workClass score } }
     pageInfo { hasNextPage endCursor } } }`,
  'a hundred incidents with their events': `{ incidents(first: 100) { nodes { id number title severity status openedAt resolvedAt reopenCount
     service { id key name } events { type at person { id key name } } wallSeconds engagedSeconds handsOnSeconds } pageInfo { hasNextPage endCursor } } }`,
  'a hundred alerts with their incidents': `{ alerts(first: 100) { nodes { id kind subject title severity status openedAt resolvedAt occurrences
     incident { id number status events { type at person { key } } } } pageInfo { hasNextPage endCursor } } }`,
  'data sets with their reports': `{ datasets(first: 50) { nodes { id key classNames report { verdict usableTraining usableValidation digest
     findings { code severity split count firstRow message remedy rows pictures { path row split label url }
     pairs { distance a { path row split label url } b { path row split label url } } } } } } }`,
};

describe('large honest queries', () => {
  let schema: Awaited<ReturnType<typeof buildSchema>>;
  beforeAll(async () => {
    schema = await buildSchema();
  });

  it.each(Object.entries(QUERIES))('%s stays within the limits', (_, query) => {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    expect(validate(schema, document)).toEqual([]);
    expect(excessOf(document)).toBeNull();
    expect(costOf(document, null, {})).toBeLessThan(LIMITS.cost / 2);
  });
});
