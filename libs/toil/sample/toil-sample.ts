import { Injectable } from '@nestjs/common';
import { Refusals, SAMPLE, type SampleFrame, type SamplePart, type Tx } from '#platform';
import { RecordIncidentEvent } from '../incident/record-incident-event.service.js';
import { BulkWork } from '../work/bulk-work.js';
import type { NewWork } from '../work/work-log.js';
import { SampleAutomation } from './sample-automation.js';
import { SAMPLE_WEEKS, SampleCalendar } from './sample-calendar.rules.js';
import { SampleOrganization } from './sample-organization.js';
import { SampleReports } from './sample-reports.js';
import { incidentsOfNow, sampleIncidents, sampleWork } from './sample-week.rules.js';

/** The half year of a small team, in parts of one transaction each: whatever is logged is logged as a person would. */
@Injectable()
export class ToilSample {
  constructor(
    private readonly organization: SampleOrganization,
    private readonly work: BulkWork,
    private readonly incidents: RecordIncidentEvent,
    private readonly reports: SampleReports,
    private readonly automation: SampleAutomation,
  ) {}

  /** In the order in which they have to be written. */
  parts(): SamplePart[] {
    // The present week too, as far as it has gone.
    const weeks = Array.from({ length: SAMPLE_WEEKS + 1 }, (_, index) => index - SAMPLE_WEEKS);
    return [
      { stage: 'ORGANIZATION', write: (tx, frame) => this.organization.write(tx, frame) },
      ...weeks.map(
        (week): SamplePart => ({ stage: 'HISTORY', write: (tx, frame) => this.week(tx, frame, week) }),
      ),
      { stage: 'AUTOMATION', write: (tx, frame) => this.automation.write(tx, frame) },
      { stage: 'REPORTS', write: (tx, frame) => this.reports.write(tx, frame) },
    ];
  }

  private async week(tx: Tx, { monday, startedAt, locale }: SampleFrame, week: number): Promise<void> {
    const calendar = new SampleCalendar(monday);
    await this.log(tx, sampleWork(week, calendar, startedAt));
    const events = week === 0 ? incidentsOfNow(startedAt, locale) : sampleIncidents(week, calendar, locale);
    for (const event of events) await this.incidents.record(tx, SAMPLE, event);
  }

  // On a Monday morning nothing of the week has gone yet.
  private async log(tx: Tx, work: NewWork[]): Promise<void> {
    if (work.length === 0) return;
    const { refused } = await this.work.log(tx, SAMPLE, work);
    if (refused.length > 0) throw new Refusals(refused.flatMap(({ error }) => error.list));
  }
}
