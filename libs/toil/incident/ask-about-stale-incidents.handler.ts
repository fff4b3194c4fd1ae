import { Injectable } from '@nestjs/common';
import { Alerts, Clock, done, type Handles, JobHandler, type JobOutcome, Transactions } from '#platform';
import { IncidentRepository } from './incident.repository.js';
import { hasOpenAlert } from './open-alert.js';
import { askAboutStaleIncidents, staleAlertOf } from './stale.jobs.js';

/** An open incident that was silent for so long is probably over; only a person knows since when. */
const SILENT_HOURS = 24;
const HOUR = 3_600_000;

/** Raises a notice for each stale incident: somebody resolves it with the instant at which it really ended. */
@Injectable()
@JobHandler(askAboutStaleIncidents)
export class AskAboutStaleIncidentsHandler implements Handles<typeof askAboutStaleIncidents> {
  constructor(
    private readonly transactions: Transactions,
    private readonly incidents: IncidentRepository,
    private readonly alerts: Alerts,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<JobOutcome> {
    const before = new Date(this.clock.now().getTime() - SILENT_HOURS * HOUR);
    for (const incident of await this.incidents.silentSince(this.transactions.read, before)) {
      await this.transactions.run(async (tx) => {
        const { kind, subject } = staleAlertOf(incident);
        if (await hasOpenAlert(tx, kind, subject)) return;
        const title = `Incident ${incident.number} is open, but silent for a day: is it over, and since when?`;
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
