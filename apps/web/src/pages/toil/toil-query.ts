import { gql } from '../../graphql/client.js';
import type { ToilPageQuery, ToilPageQueryVariables } from '../../graphql/generated/operations.js';

/** One report for the weeks, one for the 13 weeks that the policy judges, one for the 13 weeks before. */
export const ToilPageDocument = gql<ToilPageQuery, ToilPageQueryVariables>(/* GraphQL */ `
  fragment Metric on MetricValue {
    percent nullReason numeratorSeconds denominatorSeconds coveragePercent lowPercent highPercent
    tier definition asOf provisional
  }
  query ToilPage($range: ToilReportInput!, $now: ToilReportInput!, $before: ToilReportInput!) {
    range: toilReport(input: $range) {
      from to notices
      weeks {
        label from to hours
        total { percent lowPercent highPercent coveragePercent }
        services { service { key } toil { percent lowPercent highPercent coveragePercent } }
      }
    }
    now: toilReport(input: $now) {
      from to notices
      total { ...Metric }
      services { service { id key name } band engineeringSeconds overheadSeconds toil { ...Metric } }
      contributors(most: 100) { kind id title seconds items }
      people { person { id key name } engineeringSeconds overheadSeconds toil { ...Metric } }
    }
    automations { key liveSince service { key } }
    before: toilReport(input: $before) {
      total { percent }
      services { service { key } toil { percent } }
    }
  }
`);

/** A number that explains itself, as this page reads it. */
export type Metric = ToilPageQuery['now']['total'];
/** A week of the report. */
export type Week = ToilPageQuery['range']['weeks'][number];
