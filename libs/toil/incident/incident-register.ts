import { Injectable } from '@nestjs/common';
import { Clock, type Page, type PageRequest, Refusal, Transactions } from '#platform';
import { Directory } from '../directory/directory.js';
import { Organizations } from '../organization/organizations.js';
import { dayStart } from '../time/zone.rules.js';
import type { IncidentStatus } from './event.rules.js';
import { Incident } from './incident.entity.js';
import { IncidentRepository } from './incident.repository.js';
import type { IncidentEvent } from './incident-event.entity.js';
import { type Response, responsesOf } from './response.rules.js';
import { countsUntil, isStale, type StalePolicy } from './stale.rules.js';
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
    private readonly organizations: Organizations,
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

  tiers(incident: Incident, policy: StalePolicy): TierSeconds {
    const { wall, engaged, handsOn } = tierTotals(incident.life, this.until(incident, policy));
    return { wall: wall / 1000, engaged: engaged / 1000, handsOn: handsOn === null ? null : handsOn / 1000 };
  }

  /** Who responded, and for how long so far. */
  responses(incident: Incident, policy: StalePolicy): Response[] {
    return responsesOf(incident.life, this.until(incident, policy));
  }

  /** When forgotten incidents are asked about and stop to count; what the readers below are told. */
  async stalePolicy(): Promise<StalePolicy> {
    return (await this.organizations.settings(this.transactions.read)).incidents;
  }

  /** Whether the open incident looks forgotten, and the instant at which its time stopped counting; null: it counts. */
  guard(incident: Incident, policy: StalePolicy): { stale: boolean; cappedAt: Date | null } {
    const nowMs = this.clock.now().getTime();
    const until = this.until(incident, policy);
    return { stale: isStale(incident, policy, nowMs), cappedAt: until < nowMs ? new Date(until) : null };
  }

  /** Statistics over the dates [from, to) of the reporting zone. */
  async stats(from: string, to: string, service: string | null | undefined): Promise<IncidentStats> {
    const tx = this.transactions.read;
    if (to <= from) throw new Refusal('END_BEFORE_START', 'to must be later than from.', ['to']);
    const serviceId = service ? (await this.directory.service(tx, service, ['service'])).id : null;
    const { reportingZone } = await this.organizations.current(tx);
    const { incidents: policy } = await this.organizations.settings(tx);
    const nowMs = this.clock.now().getTime();
    const fromMs = dayStart(from, reportingZone);
    const toMs = dayStart(to, reportingZone);
    const found = await this.incidents.between(tx, new Date(fromMs), new Date(toMs), serviceId);
    const facts = found.map((incident) => ({
      ...incident.life,
      countsUntil: countsUntil(incident, policy, nowMs),
    }));
    return incidentStats(facts, fromMs, toMs);
  }

  private until(incident: Incident, policy: StalePolicy): number {
    const nowMs = this.clock.now().getTime();
    return incident.status === 'RESOLVED' ? nowMs : countsUntil(incident, policy, nowMs);
  }
}
