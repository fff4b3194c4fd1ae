import { z } from 'zod';

/** The webhook payload of Prometheus Alertmanager, version 4; what we do not read is let through. */
export const alertmanagerPayload = z.looseObject({
  version: z.literal('4'),
  commonLabels: z.record(z.string(), z.string()).default({}),
  commonAnnotations: z.record(z.string(), z.string()).default({}),
  alerts: z
    .array(
      z.looseObject({
        status: z.enum(['firing', 'resolved']),
        labels: z.record(z.string(), z.string()).default({}),
        annotations: z.record(z.string(), z.string()).default({}),
        startsAt: z.iso.datetime({ offset: true }),
        endsAt: z.iso.datetime({ offset: true }).nullish(),
        fingerprint: z.string().min(1).max(200),
      }),
    )
    .max(10_000),
});
export type AlertmanagerPayload = z.output<typeof alertmanagerPayload>;

/** One alert as the incident it stands for. */
export interface FiringAlert {
  /** Fingerprint and start: the same alert firing again later is another incident. */
  externalId: string;
  /** What the labels call the service; null: they do not. */
  serviceName: string | null;
  title: string;
  /** 1 (worst) to 5. */
  severity: number;
  startsAt: Date;
  /** null while it fires. */
  endsAt: Date | null;
}

const SEVERITIES: Record<string, number> = {
  ...{ critical: 1, page: 1, emergency: 1, fatal: 1, error: 2, high: 2, major: 2 },
  ...{ warning: 3, warn: 3, medium: 3, minor: 4, low: 4, info: 5, none: 5 },
};
const DEFAULT_SEVERITY = 3;
const LONGEST_TITLE = 500;

/**
 * Reads every alert of a payload. Only the status says that an alert has ended: a firing one carries the end that it
 * would have if nobody heard of it again, or year 1, and neither is an end. A resolved one without an end ended now.
 */
export function readAlerts(payload: AlertmanagerPayload, serviceLabel: string, now: Date): FiringAlert[] {
  return payload.alerts.map((alert) => {
    const labels = { ...payload.commonLabels, ...alert.labels };
    const annotations = { ...payload.commonAnnotations, ...alert.annotations };
    const startsAt = new Date(alert.startsAt);
    return {
      externalId: `${alert.fingerprint}@${startsAt.toISOString()}`,
      serviceName: labels[serviceLabel] || null,
      title: (annotations.summary || labels.alertname || alert.fingerprint)
        .replaceAll('\0', '')
        .slice(0, LONGEST_TITLE),
      severity: SEVERITIES[(labels.severity ?? '').toLowerCase()] ?? DEFAULT_SEVERITY,
      startsAt,
      endsAt: alert.status === 'resolved' ? endOf(alert.endsAt, startsAt, now) : null,
    };
  });
}

function endOf(endsAt: string | null | undefined, startsAt: Date, now: Date): Date {
  const end = endsAt ? new Date(endsAt) : null;
  if (end && end.getUTCFullYear() > 1) return end < startsAt ? startsAt : end;
  return now < startsAt ? startsAt : now;
}
