import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { RunningTimer } from '../capture/timer.entity.js';
import { IncidentTimes } from '../incident/incident-times.js';
import { Classifier } from '../work/classifier.js';
import { EntryFacts } from './entry-facts.repository.js';
import { type DayFrame, frameEnd, frameStart } from './frame.rules.js';
import type { ClockedItem, IncidentMode, WorkItem } from './interval.js';

/** Which pieces of time are wanted. */
export interface TimeQuestion {
  frame: DayFrame;
  mode: IncidentMode;
  asOf: Date;
  /** Only what had been recorded by then; null = everything known now. */
  knownBy: Date | null;
  /** Only these people's. */
  personIds?: readonly string[] | null;
}

/** Every piece of time that touches a range: work entries, their amendments, incidents and running timers. */
@Injectable()
export class TimeFacts {
  private readonly entries = new EntryFacts();

  constructor(
    private readonly incidents: IncidentTimes,
    private readonly classifier: Classifier,
  ) {}

  /** The pieces of all people, in no order. */
  async items(tx: Tx, question: TimeQuestion): Promise<WorkItem[]> {
    return [
      ...(await this.logged(tx, question)),
      ...(await this.incident(tx, question)),
      ...(await this.timers(tx, question)),
    ];
  }

  /** Work entries and amendments; the same in every incident mode. */
  async logged(tx: Tx, question: Omit<TimeQuestion, 'mode'>): Promise<WorkItem[]> {
    return [...(await this.entries.entries(tx, question)), ...(await this.entries.amendments(tx, question))];
  }

  /** Incident time in the mode asked for. */
  async incident(tx: Tx, { frame, mode, asOf, knownBy, personIds }: TimeQuestion): Promise<ClockedItem[]> {
    const span = { fromMs: frameStart(frame), toMs: frameEnd(frame) };
    const items = knownBy
      ? await this.incidents.itemsKnownBy(tx, span, mode, knownBy)
      : await this.incidents.items(tx, span, mode, asOf.getTime());
    if (!personIds) return items;
    const wanted = new Set(personIds);
    return items.filter((item) => wanted.has(item.personId));
  }

  /** Timers that run, counted to the as-of instant; they keep no history, so a report of the past knows none. */
  async timers(
    tx: Tx,
    { frame, asOf, knownBy, personIds }: Omit<TimeQuestion, 'mode'>,
  ): Promise<ClockedItem[]> {
    if (knownBy) return [];
    const endMs = Math.floor(asOf.getTime() / 1000) * 1000;
    const timers = (await tx.find(RunningTimer)).filter(
      ({ personId, startedAt }) =>
        startedAt.getTime() < Math.min(endMs, frameEnd(frame)) &&
        endMs > frameStart(frame) &&
        (!personIds || personIds.includes(personId)),
    );
    const items: ClockedItem[] = [];
    for (const timer of timers) {
      const { personId, serviceId, taskTypeId, startedAt } = timer;
      const startMs = Math.floor(startedAt.getTime() / 1000) * 1000;
      const work = {
        personId,
        serviceId,
        taskTypeId,
        statedClass: null,
        onDate: null,
        startAt: startedAt,
        occurredAt: startedAt,
        durationSeconds: 0,
        id: '~',
      };
      const { workClass } = await this.classifier.evidence(tx, work);
      items.push({
        personId,
        serviceId,
        workClass,
        source: 'TIMER',
        tier: null,
        refId: personId,
        startMs,
        endMs,
        running: true,
      });
    }
    return items;
  }

  /** Seconds of incident time in the frame, by the tier that it really has; services null = of all, here and below. */
  async tierSeconds(
    tx: Tx,
    frame: DayFrame,
    mode: IncidentMode,
    services: string[] | null,
  ): Promise<Map<string, number>> {
    const rows: { tier: string; seconds: number }[] = await tx.query(
      `select tier, sum(extract(epoch from least(ended_at, $2) - greatest(started_at, $1)))::double precision as seconds
       from incident_time where mode = $3 and started_at < $2 and ended_at > $1
         and ($4::text[] is null or service_id = any ($4)) group by tier`,
      [new Date(frameStart(frame)), new Date(frameEnd(frame)), mode, services],
    );
    return new Map(rows.filter((row) => row.seconds > 0).map((row) => [row.tier, Math.round(row.seconds)]));
  }

  /** Numbers of open incidents of the frame that nobody said anything about for so long that they stopped counting. */
  forgotten(tx: Tx, frame: DayFrame, asOf: Date, services: string[] | null): Promise<number[]> {
    const span = { fromMs: frameStart(frame), toMs: frameEnd(frame) };
    return this.incidents.forgotten(tx, span, asOf.getTime(), services);
  }

  /** Whether any entry of the frame has no clock times. */
  async hasUnclocked(tx: Tx, { from, to }: DayFrame, services: string[] | null): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from work_entry where on_date is not null and not deleted
         and occurred_at >= $1::date - 1 and occurred_at < $2::date + 1 and on_date >= $1::date and on_date < $2::date
         and ($3::text[] is null or service_id = any ($3)) limit 1`,
      [from, to, services],
    );
    return rows.length > 0;
  }
}
