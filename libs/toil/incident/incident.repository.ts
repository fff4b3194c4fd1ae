import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import type { IncidentStatus } from './event.rules.js';
import { Incident } from './incident.entity.js';
import { IncidentEvent } from './incident-event.entity.js';

/** Which incidents a list holds. text: part of the title, in any case. from and to: opened within [from, to). */
export interface IncidentFilter {
  status?: IncidentStatus | null;
  serviceId?: string | null;
  from?: Date | null;
  to?: Date | null;
  text?: string | null;
}

/** Incidents and their events in the database. */
@Injectable()
export class IncidentRepository {
  /** The next number that people will call an incident by; numbers of rolled back transactions stay unused. */
  async nextNumber(tx: Tx): Promise<number> {
    const [row] = await tx.query("select nextval('incident_number_sequence')::integer as number");
    return (row as { number: number }).number;
  }

  /** The incident, locked until the transaction ends, so that two events never fold the same past. */
  locked(tx: Tx, id: string): Promise<Incident | null> {
    return tx.findOne(Incident, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The incident that this one stands for now (itself, or what it was merged into), both locked; null: there is none. */
  async lockedRoot(tx: Tx, id: string): Promise<Incident | null> {
    const incident = await this.locked(tx, id);
    return incident?.mergedInto ? this.locked(tx, incident.mergedInto) : incident;
  }

  /** Waits until no other transaction tells of the same foreign incident, known or not. */
  async claimOrigin(tx: Tx, source: string, externalId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `incident\n${source}\n${externalId}`,
    ]);
  }

  byOrigin(tx: Tx, source: string, externalId: string): Promise<Incident | null> {
    return tx.findOne(Incident, { where: { source, externalId }, lock: { mode: 'pessimistic_write' } });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<Incident[]> {
    return tx.findBy(Incident, { id: In([...ids]) });
  }

  /** Incidents that changed after the instant, oldest change first. */
  changedSince(tx: Tx, instant: Date): Promise<Incident[]> {
    return tx.find(Incident, {
      where: { changedAt: MoreThan(instant) },
      order: { changedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Its source said again that it goes on; nothing that anybody reads changes, so the version stays. */
  async seen(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.update(Incident, { id }, { seenAt: at });
  }

  /** Writes the change and raises the version; answers the incident as it is now. */
  async change(tx: Tx, incident: Incident, change: Partial<Incident>, at: Date): Promise<Incident> {
    const written = await tx
      .createQueryBuilder()
      .update(Incident)
      .set({ ...(change as object), changedAt: at, version: () => 'version + 1' })
      .where({ id: incident.id })
      .returning('version')
      .execute();
    const [row] = written.raw as { version: number }[];
    return { ...incident, ...change, changedAt: at, version: row?.version ?? incident.version };
  }

  /** The incident itself and all that were merged into it. */
  family(tx: Tx, rootId: string): Promise<Incident[]> {
    return tx.find(Incident, { where: [{ id: rootId }, { mergedInto: rootId }], order: { id: 'ASC' } });
  }

  delivered(tx: Tx, deliveryScope: string, deliveryId: string): Promise<IncidentEvent | null> {
    return tx.findOneBy(IncidentEvent, { deliveryScope, deliveryId });
  }

  /** False when another transaction recorded the same delivery first; then nothing was written. */
  async addEvent(tx: Tx, event: IncidentEvent): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(IncidentEvent)
      .values(event)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Gives the events that came before the opening to the incident that they were meant for. */
  async adoptWaiting(tx: Tx, incident: Incident): Promise<void> {
    const { source, externalId } = incident;
    if (externalId === null) return;
    await tx.update(IncidentEvent, { source, externalId, incidentId: IsNull() }, { incidentId: incident.id });
  }

  /** Makes the events of one incident those of another. */
  async giveEvents(tx: Tx, from: string, into: string): Promise<void> {
    await tx.update(IncidentEvent, { incidentId: from }, { incidentId: into });
  }

  /** Events of the incidents, by instant. */
  events(tx: Tx, incidentIds: readonly string[]): Promise<IncidentEvent[]> {
    return tx.find(IncidentEvent, {
      where: { incidentId: In([...incidentIds]) },
      order: { at: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Newest first; what was merged into another incident is left out. */
  async page(tx: Tx, filter: IncidentFilter, page: PageRequest): Promise<Page<Incident>> {
    const query = tx
      .createQueryBuilder(Incident, 'i')
      .where('i.mergedInto is null')
      .orderBy('i.openedAt', 'DESC')
      .addOrderBy('i.id', 'DESC')
      .take(page.first + 1);
    if (filter.status) query.andWhere('i.status = :status', { status: filter.status });
    if (filter.serviceId) query.andWhere('i.serviceId = :serviceId', { serviceId: filter.serviceId });
    if (filter.from) query.andWhere('i.openedAt >= :from', { from: filter.from });
    if (filter.to) query.andWhere('i.openedAt < :to', { to: filter.to });
    if (filter.text) query.andWhere('position(lower(:text) in lower(i.title)) > 0', { text: filter.text });
    const after = positionOf(page.after);
    if (after) query.andWhere('(i.openedAt, i.id) < (:at::timestamptz, :id)', { at: after[0], id: after[1] });
    return pageOf(await query.getMany(), page.first, (row) => [row.openedAt.toISOString(), row.id]);
  }

  /** What the statistics of [from, to) can touch: opened before its end, and open at or after its begin. */
  between(tx: Tx, from: Date, to: Date, serviceId: string | null): Promise<Incident[]> {
    const query = tx
      .createQueryBuilder(Incident, 'i')
      .where('i.mergedInto is null and i.openedAt < :to', { to })
      .andWhere('(i.resolvedAt is null or i.resolvedAt >= :from)', { from });
    if (serviceId) query.andWhere('i.serviceId = :serviceId', { serviceId });
    return query.getMany();
  }

  /** Open incidents without any event since the instant, of which their source said nothing more either. */
  silentSince(tx: Tx, instant: Date): Promise<Incident[]> {
    return tx
      .createQueryBuilder(Incident, 'i')
      .where(`i.status <> 'RESOLVED' and i.mergedInto is null and i.lastEventAt < :instant`, { instant })
      .andWhere('(i.seenAt is null or i.seenAt < :instant)')
      .orderBy('i.lastEventAt')
      .getMany();
  }
}
