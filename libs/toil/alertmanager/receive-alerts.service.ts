import { Injectable } from '@nestjs/common';
import { Clock, Refusal, Refusals, SYSTEM, Transactions, type Tx } from '#platform';
import { Aliases } from '../alias/aliases.js';
import { IncidentRepository } from '../incident/incident.repository.js';
import { RecordIncidentEvent } from '../incident/record-incident-event.service.js';
import { type AlertmanagerPayload, type FiringAlert, readAlerts } from './alertmanager.rules.js';

/** What became of the alerts of one notification. */
export interface AlertsReceived {
  /** Openings and resolves that were new. */
  recorded: number;
  /** Those that had been told before. */
  duplicates: number;
  /** Alerts that are about no service of ours or are none at all, and why. */
  ignored: { fingerprint: string; reason: string }[];
}

export const ALERTMANAGER_SOURCE = 'alertmanager';
const SERVICE_LABEL = 'service';

/** Turns the notifications of Prometheus Alertmanager into incidents. */
@Injectable()
export class ReceiveAlerts {
  constructor(
    private readonly transactions: Transactions,
    private readonly aliases: Aliases,
    private readonly recording: RecordIncidentEvent,
    private readonly incidents: IncidentRepository,
    private readonly clock: Clock,
  ) {}

  /** Opens and resolves; every alert in a transaction of its own, so that one that cannot be taken holds up no other. */
  async receive(payload: AlertmanagerPayload): Promise<AlertsReceived> {
    const received: AlertsReceived = { recorded: 0, duplicates: 0, ignored: [...payload.unreadable] };
    for (const alert of readAlerts(payload, SERVICE_LABEL, this.clock.now())) {
      try {
        await this.transactions.run((tx) => this.one(tx, alert, received));
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof Refusals)) throw error;
        received.ignored.push({ fingerprint: alert.externalId.split('@')[0] ?? '', reason: error.message });
      }
    }
    return received;
  }

  private async one(tx: Tx, alert: FiringAlert, received: AlertsReceived): Promise<void> {
    const name = alert.serviceName;
    const service = name && (await this.aliases.serviceKey(tx, 'ALERTMANAGER', name));
    if (!service) {
      const reason = name
        ? `no service is called "${name.slice(0, 63)}"`
        : `the alert has no label "${SERVICE_LABEL}"`;
      received.ignored.push({ fingerprint: alert.externalId.split('@')[0] ?? '', reason });
      return;
    }
    const { externalId, title, severity, startsAt, endsAt } = alert;
    const about = { source: ALERTMANAGER_SOURCE, externalId };
    const events = [
      {
        ...about,
        deliveryId: `${externalId} firing`,
        type: 'OPENED' as const,
        at: startsAt,
        service,
        title,
        severity,
      },
      ...(endsAt
        ? [{ ...about, deliveryId: `${externalId} resolved`, type: 'RESOLVED' as const, at: endsAt }]
        : []),
    ];
    for (const event of events) {
      const { duplicate, incident } = await this.recording.record(tx, SYSTEM, event);
      if (duplicate) received.duplicates++;
      else received.recorded++;
      // Alertmanager repeats itself for as long as an alert fires: that is a sign that it goes on.
      if (duplicate && incident && !endsAt) await this.incidents.seen(tx, incident.id, this.clock.now());
    }
  }
}
