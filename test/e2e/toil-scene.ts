import type { TestApi } from '../harness/use-api.js';

/** What sets the scene of a toil scenario, in the words of the public API. Each step fails the test when it is refused. */
export function toilScene(api: TestApi) {
  return {
    /** The organisation's reporting zone and first day of the week. */
    organization: (input: object) =>
      api.must(
        'mutation($i: UpdateOrganizationInput!) { updateOrganization(input: $i) { userErrors { message } } }',
        { i: input },
      ),
    service: (key: string) =>
      api.must('mutation($i: CreateServiceInput!) { createService(input: $i) { userErrors { message } } }', {
        i: { key, name: key },
      }),
    person: (key: string, more: object = {}) =>
      api.must('mutation($i: CreatePersonInput!) { createPerson(input: $i) { userErrors { message } } }', {
        i: { key, name: key, ...more },
      }),
    allocate: (person: string, service: string, sharePercent: number, from = '2026-01-01') =>
      api.must(
        'mutation($i: SetAllocationInput!) { setAllocation(input: $i) { accepted userErrors { message } } }',
        {
          i: { person, service, sharePercent: String(sharePercent), from },
        },
      ),
    timeOff: (input: object) =>
      api.must(
        'mutation($i: RecordTimeOffInput!) { recordTimeOff(input: $i) { accepted userErrors { message } } }',
        { i: input },
      ),
    log: async (
      input: object,
    ): Promise<{ id: string; version: number; durationSeconds: number; workClass: string; date: string }> =>
      (
        await api.must(
          'mutation($i: LogWorkInput!) { logWork(input: $i) { entry { id version durationSeconds workClass date } userErrors { code message path } } }',
          { i: input },
        )
      ).logWork.entry,
    /** A local day and times in Seoul. */
    seoul: (day: string, from: string, to: string) => ({
      startLocal: { local: `${day}T${from}`, zone: 'Asia/Seoul' },
      endLocal: { local: `${day}T${to}`, zone: 'Asia/Seoul' },
    }),
    report: async (input: object) =>
      (await api.must(`query($i: ToilReportInput!) { toilReport(input: $i) { ${REPORT} } }`, { i: input }))
        .toilReport,
  };
}

const METRIC =
  'percent nullReason numeratorSeconds denominatorSeconds coveragePercent lowPercent highPercent tier definition asOf provisional doubleCounted';
const ROW = `service { key } toil { ${METRIC} } engineeringSeconds overheadSeconds band`;
const REPORT = `
  from to notices total { ${METRIC} } services { ${ROW} }
  people { person { key } toil { ${METRIC} } engineeringSeconds overheadSeconds }
  weeks { label from to hours partial total { ${METRIC} } services { ${ROW} } }
  snapshot { ${METRIC} }`;

/** Rows of a report by the key of their service or person. */
// biome-ignore lint/suspicious/noExplicitAny: rows of whatever was asked for
export function byKey(rows: { service?: { key: string }; person?: { key: string } }[]): Record<string, any> {
  return Object.fromEntries(rows.map((row) => [(row.service ?? row.person)?.key, row]));
}
