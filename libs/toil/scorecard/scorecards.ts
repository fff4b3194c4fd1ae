import { Injectable } from '@nestjs/common';
import { Refusal, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { IncidentRegister } from '../incident/incident-register.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import { ToilReports } from '../report/toil-reports.js';
import { ScoreSources } from './score-sources.js';
import { type ScoreCheck, scorecard } from './scorecard.rules.js';

/** How a service does in a range. */
export interface Scorecard {
  serviceId: string;
  checks: ScoreCheck[];
  /** Criteria that hold, out of those that could be judged. */
  passed: number;
  judged: number;
}

/** Makes the scorecard of a service out of everything that is measured. */
@Injectable()
export class Scorecards {
  constructor(
    private readonly directory: Directory,
    private readonly reports: ToilReports,
    private readonly incidents: IncidentRegister,
    private readonly sources: ScoreSources,
  ) {}

  /** Over the dates [from, to) of the reporting zone; service is a key. */
  async of(tx: Tx, key: string, from: string, to: string): Promise<Scorecard> {
    if (to <= from) throw new Refusal('END_BEFORE_START', 'to must be later than from.', ['to']);
    const service = await this.directory.service(tx, key, ['service']);
    const { thresholds } = settingsOf(await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID }));
    const { total } = await this.reports.report(tx, { from, to, services: [key] });
    const { mtta } = await this.incidents.stats(from, to, key);
    const checks = scorecard({
      toilPercent: total.percent,
      watchPercent: thresholds.watchPercent,
      coveragePercent: total.coveragePercent,
      highCoveragePercent: thresholds.highCoveragePercent,
      incidents: mtta.n + mtta.excluded,
      unanswered: mtta.excluded,
      ...(await this.sources.of(tx, service, from, to)),
    });
    const judged = checks.filter((check) => check.passed !== null);
    return {
      serviceId: service.id,
      checks,
      passed: judged.filter((check) => check.passed).length,
      judged: judged.length,
    };
  }
}
