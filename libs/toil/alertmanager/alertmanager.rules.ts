import { z } from 'zod';

// Some senders write null for a map without entries.
const texts = z
  .record(z.string(), z.string())
  .nullish()
  .transform((map) => map ?? {});

const oneAlert = z.looseObject({
  status: z.enum(['firing', 'resolved']),
  labels: texts,
  annotations: texts,
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }).nullish(),
  fingerprint: z.string().min(1).max(200),
});

/** An alert that is not one: what its sender called it, and what is wrong with it. */
export interface UnreadableAlert {
  fingerprint: string;
  reason: string;
}

/**
 * The webhook payload of Prometheus Alertmanager, version 4; what we do not read is let through. An alert that is none
 * stands in `unreadable` and holds up no other: a refused notification is never sent again. Refused where all are such.
 */
export const alertmanagerPayload = z
  .looseObject({
    version: z.literal('4'),
    commonLabels: texts,
    commonAnnotations: texts,
    alerts: z.array(z.unknown()).max(10_000),
  })
  .transform((payload, context) => {
    const alerts: z.output<typeof oneAlert>[] = [];
    const unreadable: UnreadableAlert[] = [];
    for (const [place, given] of payload.alerts.entries()) {
      const read = oneAlert.safeParse(given);
      if (read.success) alerts.push(read.data);
      else {
        const [issue] = read.error.issues;
        const reason = `${issue?.path.join('.')}: ${issue?.message}`;
        unreadable.push({ fingerprint: fingerprintOf(given), reason });
        if (unreadable.length === payload.alerts.length)
          context.addIssue({ code: 'custom', path: ['alerts', place], message: reason });
      }
    }
    return { ...payload, alerts, unreadable };
  });

const LONGEST_FINGERPRINT = 200;
const fingerprintOf = (alert: unknown): string => {
  const told = (alert as { fingerprint?: unknown } | null)?.fingerprint;
  return typeof told === 'string' ? told.slice(0, LONGEST_FINGERPRINT) : '';
};

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
      title: plain(annotations.summary) || plain(labels.alertname) || alert.fingerprint,
      severity: SEVERITIES[(labels.severity ?? '').toLowerCase()] ?? DEFAULT_SEVERITY,
      startsAt,
      endsAt: alert.status === 'resolved' ? endOf(alert.endsAt, startsAt, now) : null,
    };
  });
}

// Templates of nothing are blank, which is no title.
const plain = (text: string | undefined): string =>
  (text ?? '').replaceAll('\0', '').trim().slice(0, LONGEST_TITLE).toWellFormed();

function endOf(endsAt: string | null | undefined, startsAt: Date, now: Date): Date {
  const end = endsAt ? new Date(endsAt) : null;
  if (end && end.getUTCFullYear() > 1) return end < startsAt ? startsAt : end;
  return now < startsAt ? startsAt : now;
}
