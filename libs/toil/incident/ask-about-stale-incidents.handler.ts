import { Injectable } from '@nestjs/common';
import { Alerts, Clock, done, type Handles, JobHandler, type JobOutcome, Transactions } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { IncidentRepository } from './incident.repository.js';
import { hasOpenAlert } from './open-alert.js';
import { askAboutStaleIncidents, staleAlertOf } from './stale.jobs.js';

const HOUR = 3_600_000;

/** Raises a notice for each stale incident: somebody corrects its end to the instant at which it was really over. */
@Injectable()
@JobHandler(askAboutStaleIncidents)
export class AskAboutStaleIncidentsHandler implements Handles<typeof askAboutStaleIncidents> {
  constructor(
    private readonly transactions: Transactions,
    private readonly incidents: IncidentRepository,
    private readonly organizations: Organizations,
    private readonly alerts: Alerts,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<JobOutcome> {
    const { read } = this.transactions;
    const { staleAfterHours } = (await this.organizations.settings(read)).incidents;
    const before = new Date(this.clock.now().getTime() - staleAfterHours * HOUR);
    for (const incident of await this.incidents.silentSince(read, before)) {
      await this.transactions.run(async (tx) => {
        const { kind, subject } = staleAlertOf(incident);
        if (await hasOpenAlert(tx, kind, subject)) return;
        const title = `Incident ${incident.number} is open, but silent for ${staleAfterHours} h: is it over, and since when?`;
        await this.alerts.raise(tx, {
          kind,
          subject,
          title,
          severity: 'INFO',
          detail: { incidentId: incident.id },
        });
      });
    }
    return done();
  }
}
