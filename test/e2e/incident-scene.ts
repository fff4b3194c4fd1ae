import type { TestApi } from '../harness/use-api.js';

const FIELDS =
  'id number title status severity openedAt resolvedAt reopenCount wallSeconds engagedSeconds handsOnSeconds service { key } events { type at person { key } }';
const DURATION = 'meanMinutes medianMinutes p90Minutes n excluded';
const ERRORS = 'userErrors { code message path details }';

/** Incidents in the words of the public API. */
export function incidentScene(api: TestApi) {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the fields above say
  const record = async (input: object): Promise<any> =>
    (
      await api.query(
        `mutation($i: RecordIncidentEventInput!) { recordIncidentEvent(input: $i) { incident { ${FIELDS} } duplicate ${ERRORS} } }`,
        { i: input },
      )
    ).data.recordIncidentEvent;
  return {
    /** Records one event and answers the whole payload, refused or not. */
    record,
    /** The id of a new incident. */
    open: async (input: object): Promise<string> =>
      (
        await api.must(
          `mutation($i: OpenIncidentInput!) { openIncident(input: $i) { incident { id } duplicate ${ERRORS} } }`,
          { i: input },
        )
      ).openIncident.incident.id,
    /** Records one event of an incident by id; throws when it is refused. */
    event: async (incident: string, type: string, at: string, person?: string, more: object = {}) => {
      const payload = await record({ incident, type, at, person, ...more });
      if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
      return payload.incident;
    },
    stats: async (variables: object) =>
      (
        await api.must(
          `query($from: Date!, $to: Date!, $service: String) { incidentStats(from: $from, to: $to, service: $service) {
             mtta { ${DURATION} } mttrActive { ${DURATION} } mttrElapsed { ${DURATION} } wallUnionSeconds } }`,
          variables,
        )
      ).incidentStats,
    list: async (filter: string) =>
      (await api.must(`{ incidents(${filter}) { nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`))
        .incidents,
  };
}
