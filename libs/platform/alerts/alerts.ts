import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Caller } from '../caller/caller.js';
import type { Tx } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Jobs } from '../jobs/jobs.js';
import { type Page, type PageRequest, pageOf, positionOf } from '../paging/page.js';
import { Refusal } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import { Ids } from '../time/ids.js';
import { Alert, type AlertSeverity, type AlertStatus } from './alert.entity.js';
import { alertOpened, alertResolved } from './alert.jobs.js';
import { AlertChannels } from './alert-channels.js';

/** An alert that is seen again while nobody has acknowledged it is told again at most this often. */
export const REPEAT_AFTER_SECONDS = 30 * 60;

/** What is wrong, about what, and how badly. */
export interface Raise {
  kind: string;
  subject: string;
  title: string;
  severity: AlertSeverity;
  serviceId?: string | null;
  detail?: object;
  /** It has become worse: told at once, also to who heard of it a moment ago or has acknowledged it. */
  worse?: boolean;
}

/** Keeps one open alert for each kind and subject, and tells the channels once. */
@Injectable()
export class Alerts {
  constructor(
    private readonly jobs: Jobs,
    private readonly events: EventBus,
    private readonly channels: AlertChannels,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
  ) {}

  /** Opens the alert, or counts one more occurrence of the open one (its title becomes the newest). */
  async raise(tx: Tx, raise: Raise): Promise<Alert> {
    const now = this.clock.now();
    const { worse, ...told } = raise;
    const fresh = tx.create(Alert, {
      ...told,
      id: this.ids.next('alr'),
      status: 'OPEN',
      openedAt: now,
      acknowledgedAt: null,
      resolvedAt: null,
      occurrences: 1,
      lastSeenAt: now,
      noticedAt: now,
      serviceId: raise.serviceId ?? null,
      incidentId: null,
      detail: raise.detail ?? null,
    });
    // Claimed by the partial unique index: of two workers that raise at once, one inserts.
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Alert)
      .values(fresh)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) return this.opened(tx, fresh);
    return this.again(tx, raise, now);
  }

  /** Resolves the open alert of that kind and subject; does nothing when there is none. */
  async resolve(tx: Tx, kind: string, subject: string): Promise<void> {
    const open = await tx.findOne(Alert, {
      where: { kind, subject, status: Not('RESOLVED') },
      lock: { mode: 'pessimistic_write' },
    });
    if (!open) return;
    await tx.update(Alert, { id: open.id }, { status: 'RESOLVED', resolvedAt: this.clock.now() });
    await this.jobs.enqueue(tx, alertResolved, { alertId: open.id });
    await this.channels.announce(tx, open, 'resolved');
    await this.events.publish(tx, 'alert', open.id);
  }

  /** Marks an open alert as seen by somebody, who is audited. Refused with NOT_FOUND or, once resolved, INVALID_TRANSITION. */
  async acknowledge(tx: Tx, caller: Caller, id: string): Promise<{ duplicate: boolean }> {
    const alert = await tx.findOne(Alert, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!alert) throw new Refusal('NOT_FOUND', `There is no alert ${id}.`, ['id']);
    if (alert.status === 'RESOLVED')
      throw new Refusal('INVALID_TRANSITION', 'The alert is resolved already.', ['id']);
    if (alert.status === 'ACKNOWLEDGED') return { duplicate: true };
    await tx.update(Alert, { id }, { status: 'ACKNOWLEDGED', acknowledgedAt: this.clock.now() });
    await this.audit.record(
      tx,
      caller,
      'alert.acknowledged',
      id,
      { status: alert.status },
      { status: 'ACKNOWLEDGED' },
    );
    await this.channels.announce(tx, alert, 'acknowledged');
    await this.events.publish(tx, 'alert', id);
    return { duplicate: false };
  }

  /** Alerts newest first. */
  async list(
    tx: Tx,
    filter: { status?: AlertStatus | null; kind?: string | null },
    page: PageRequest,
  ): Promise<Page<Alert>> {
    const query = tx
      .createQueryBuilder(Alert, 'a')
      .orderBy('a.openedAt', 'DESC')
      .addOrderBy('a.id', 'DESC')
      .take(page.first + 1);
    if (filter.status) query.andWhere('a.status = :status', { status: filter.status });
    if (filter.kind) query.andWhere('a.kind = :kind', { kind: filter.kind });
    const after = positionOf(page.after);
    if (after) query.andWhere('(a.openedAt, a.id) < (:at::timestamptz, :id)', { at: after[0], id: after[1] });
    return pageOf(await query.getMany(), page.first, (alert) => [alert.openedAt.toISOString(), alert.id]);
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<Alert[]> {
    return tx.findBy(Alert, { id: In([...ids]) });
  }

  /** Alerts that opened, were seen again, acknowledged or resolved after an instant, oldest first. */
  changedSince(tx: Tx, since: Date): Promise<Alert[]> {
    const after = MoreThan(since);
    const where = [{ lastSeenAt: after }, { acknowledgedAt: after }, { resolvedAt: after }];
    return tx.find(Alert, { where, order: { lastSeenAt: 'ASC', id: 'ASC' } });
  }

  /** Remembers which incident an alert became. */
  async linkIncident(tx: Tx, id: string, incidentId: string): Promise<void> {
    await tx.update(Alert, { id }, { incidentId });
    await this.events.publish(tx, 'alert', id);
  }

  private async opened(tx: Tx, alert: Alert): Promise<Alert> {
    await this.jobs.enqueue(tx, alertOpened, { alertId: alert.id });
    await this.channels.announce(tx, alert, 'opened');
    await this.events.publish(tx, 'alert', alert.id);
    return alert;
  }

  private async again(tx: Tx, raise: Raise, now: Date): Promise<Alert> {
    const { kind, subject } = raise;
    const open = await tx.findOne(Alert, {
      where: { kind, subject, status: Not('RESOLVED') },
      lock: { mode: 'pessimistic_write' },
    });
    if (!open) return this.raise(tx, raise);
    const quietSeconds = (now.getTime() - open.noticedAt.getTime()) / 1000;
    const isDue = open.status === 'OPEN' && quietSeconds >= REPEAT_AFTER_SECONDS;
    const isTold = isDue || raise.worse === true;
    const change = {
      occurrences: open.occurrences + 1,
      lastSeenAt: now,
      title: raise.title,
      detail: raise.detail ?? open.detail,
      noticedAt: isTold ? now : open.noticedAt,
    };
    await tx.update(Alert, { id: open.id }, change as never);
    // Somebody may have closed the incident while the cause stayed: it opens again.
    if (open.incidentId) await this.jobs.enqueue(tx, alertOpened, { alertId: open.id });
    if (isTold) await this.channels.announce(tx, open, 'repeated');
    return { ...open, ...change };
  }
}
