import { Injectable } from '@nestjs/common';
import { Clock, type Page, type PageRequest, Refusal, Transactions } from '#platform';
import { Directory } from '../directory/directory.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { dayStart } from '../time/zone.rules.js';
import type { IncidentStatus } from './event.rules.js';
import { Incident } from './incident.entity.js';
import { IncidentRepository } from './incident.repository.js';
import type { IncidentEvent } from './incident-event.entity.js';
import { type Response, responsesOf } from './response.rules.js';
import { type IncidentStats, incidentStats } from './stats.rules.js';
import { tierTotals } from './tiers.rules.js';

/** Filters of the list; service is a key. */
export interface IncidentsAsked {
  status?: IncidentStatus | null;
  service?: string | null;
  from?: Date | null;
  to?: Date | null;
  text?: string | null;
}

/** Seconds of an incident in the three tiers, running ones up to now; handsOn is null when nobody stated any. */
export interface TierSeconds {
  wall: number;
  engaged: number;
  handsOn: number | null;
}

/** Reads incidents: lists, single ones, their events, and how fast they are handled. */
@Injectable()
export class IncidentRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly incidents: IncidentRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async page(asked: IncidentsAsked, page: PageRequest): Promise<Page<Incident>> {
    const tx = this.transactions.read;
    const serviceId = asked.service
      ? (await this.directory.service(tx, asked.service, ['service'])).id
      : null;
    return this.incidents.page(tx, { ...asked, serviceId }, page);
  }

  byIds(ids: readonly string[]): Promise<Incident[]> {
    return this.incidents.byIds(this.transactions.read, ids);
  }

  /** Incidents that changed after the instant, oldest change first. */
  changedSince(instant: Date): Promise<Incident[]> {
    return this.incidents.changedSince(this.transactions.read, instant);
  }

  events(incidentIds: readonly string[]): Promise<IncidentEvent[]> {
    return this.incidents.events(this.transactions.read, incidentIds);
  }

  tiers(incident: Pick<Incident, 'life'>): TierSeconds {
    const { wall, engaged, handsOn } = tierTotals(incident.life, this.clock.now().getTime());
    return { wall: wall / 1000, engaged: engaged / 1000, handsOn: handsOn === null ? null : handsOn / 1000 };
  }

  /** Who responded, and for how long so far. */
  responses(incident: Pick<Incident, 'life'>): Response[] {
    return responsesOf(incident.life, this.clock.now().getTime());
  }

  /** Statistics over the dates [from, to) of the reporting zone. */
  async stats(from: string, to: string, service: string | null | undefined): Promise<IncidentStats> {
    const tx = this.transactions.read;
    if (to <= from) throw new Refusal('END_BEFORE_START', 'to must be later than from.', ['to']);
    const serviceId = service ? (await this.directory.service(tx, service, ['service'])).id : null;
    const { reportingZone } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const fromMs = dayStart(from, reportingZone);
    const toMs = dayStart(to, reportingZone);
    const found = await this.incidents.between(tx, new Date(fromMs), new Date(toMs), serviceId);
    const facts = found.map(({ life }) => life);
    return incidentStats(facts, fromMs, toMs, this.clock.now().getTime());
  }
}
