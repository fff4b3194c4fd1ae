import { Injectable } from '@nestjs/common';
import {
  Alerts,
  alertResolved,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  SYSTEM,
  skipped,
  Transactions,
} from '#platform';
import { IncidentRegister, RecordIncidentEvent } from '#toil';
import { ALERT_SOURCE } from './alert-source.js';

/** Resolves the incident of an alert that is over, unless a person did so before. */
@Injectable()
@JobHandler(alertResolved)
export class AlertResolvedHandler implements Handles<typeof alertResolved> {
  constructor(
    private readonly transactions: Transactions,
    private readonly alerts: Alerts,
    private readonly events: RecordIncidentEvent,
    private readonly register: IncidentRegister,
  ) {}

  handle({ alertId }: PayloadOf<typeof alertResolved>): Promise<JobOutcome> {
    return this.transactions.run(async (tx) => {
      const [alert] = await this.alerts.byIds(tx, [alertId]);
      if (!alert?.resolvedAt || alert.severity !== 'CRITICAL' || !alert.serviceId)
        return skipped('no incident');
      const [incident] = alert.incidentId ? await this.register.byIds([alert.incidentId]) : [];
      if (incident?.status === 'RESOLVED') return skipped('a person resolved it');
      // Where the incident is not open yet, the event waits for it under the same name.
      await this.events.record(tx, SYSTEM, {
        source: ALERT_SOURCE,
        externalId: alert.id,
        deliveryId: `${alert.id}:resolved`,
        type: 'RESOLVED',
        at: alert.resolvedAt,
      });
      return done();
    });
  }
}
