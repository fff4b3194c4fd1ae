import { Injectable } from '@nestjs/common';
import {
  type Alert,
  Alerts,
  alertOpened,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  SYSTEM,
  skipped,
  Transactions,
  type Tx,
} from '#platform';
import { OpenIncident, RecordIncidentEvent, Services } from '#toil';
import { ALERT_SOURCE } from './alert-source.js';

/** The severity that an incident of a critical alert starts with. */
const SEVERITY = 2;
const LONGEST_TITLE = 200;

/** Turns a critical alert about a service into an incident, whose time then counts as toil. */
@Injectable()
@JobHandler(alertOpened)
export class AlertOpenedHandler implements Handles<typeof alertOpened> {
  constructor(
    private readonly transactions: Transactions,
    private readonly alerts: Alerts,
    private readonly services: Services,
    private readonly incidents: OpenIncident,
    private readonly events: RecordIncidentEvent,
  ) {}

  handle({ alertId }: PayloadOf<typeof alertOpened>): Promise<JobOutcome> {
    return this.transactions.run(async (tx) => {
      const [alert] = await this.alerts.byIds(tx, [alertId]);
      if (!alert) return skipped('the alert is gone');
      if (alert.severity !== 'CRITICAL' || !alert.serviceId) return skipped('no incident for this alert');
      const [service] = await this.services.byIds(tx, [alert.serviceId]);
      if (!service) return skipped('the service is gone');
      const { incident } = await this.incidents.open(tx, SYSTEM, {
        service: service.key,
        title: alert.title.slice(0, LONGEST_TITLE),
        severity: SEVERITY,
        at: alert.openedAt,
        source: ALERT_SOURCE,
        externalId: alert.id,
      });
      await this.alerts.linkIncident(tx, alert.id, incident.id);
      if (incident.status === 'RESOLVED') await this.reopen(tx, alert);
      return done();
    });
  }

  private async reopen(tx: Tx, alert: Alert): Promise<void> {
    if (alert.status === 'RESOLVED') return;
    await this.events.record(tx, SYSTEM, {
      source: ALERT_SOURCE,
      externalId: alert.id,
      deliveryId: `${alert.id}:${alert.occurrences}`,
      type: 'REOPENED',
      at: alert.lastSeenAt,
    });
  }
}
