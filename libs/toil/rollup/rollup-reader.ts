import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import { bandsByPerson, PersonZones } from '../person/person-zones.js';
import { frameEnd, frameStart } from '../report/frame.rules.js';
import { cutItems } from '../report/interval.rules.js';
import {
  addCells,
  addItems,
  emptySlot,
  emptyTally,
  noteRunning,
  type Tally,
  type TallyPlan,
} from '../report/tally.rules.js';
import { TimeFacts } from '../report/time-facts.js';
import type { ZonePeriod } from '../time/band.rules.js';
import { addDays } from '../time/zone.rules.js';
import type { DateRange } from './date-range.rules.js';
import { RollupRepository, type WeekKey } from './rollup.repository.js';
import { type RollupPlan, RollupPlanner } from './rollup-planner.js';
import { columnOf, partOfFrame, planOf, type TimeQuestion, touchesFrame } from './rollup-question.rules.js';
import { type SlotSum, SumReader } from './sum-reader.repository.js';
import { cellsOfWeek, type WeekCell } from './week-cell.rules.js';
import { type MadeWeeks, WeekMaker } from './week-maker.js';

/** Answers questions about time: from roll-ups where they tell it, and from the facts for the rest. */
@Injectable()
export class RollupReader {
  private readonly rollups = new RollupRepository();
  private readonly sums = new SumReader();
  private readonly zones = new PersonZones();

  constructor(
    private readonly planner: RollupPlanner,
    private readonly maker: WeekMaker,
    private readonly facts: TimeFacts,
  ) {}

  /** All services' time; that of people is incomplete (see people). */
  async services(tx: Tx, organization: Organization, question: TimeQuestion): Promise<Tally> {
    const plan = await this.planner.plan(tx, organization, question, null);
    const result = emptyTally();
    const layout = planOf(question, () => []);
    for (const row of await this.sums.read(tx, { ...question, column: columnOf(question) }, plan.sums))
      addSum(result, layout, row);
    const reads = daysRead(plan);
    for (const stored of await this.rollups.cells(tx, keysOf(plan)))
      addWeek(result, layout, question, reads, stored, -1);
    result.cappedDates.push(...(await this.cappedDates(tx, question, plan)));
    return this.complete(tx, organization, question, plan, null, result);
  }

  /** Some people's time by service, all slots together, and their cells by day. */
  async people(
    tx: Tx,
    organization: Organization,
    question: TimeQuestion,
    personIds: string[],
  ): Promise<Tally> {
    const plan = await this.planner.plan(tx, organization, question, personIds);
    const result = emptyTally();
    const layout = planOf(question, () => []);
    const late = new Set(keysOf(plan).map(nameOf));
    const reads = daysRead(plan);
    const [first, last] = [plan.sums[0], plan.sums.at(-1)];
    const stored = first && last ? await this.rollups.cellsOf(tx, personIds, first.from, last.to) : [];
    for (const week of stored) if (!late.has(nameOf(week))) addWeek(result, layout, question, reads, week);
    return this.complete(tx, organization, question, plan, personIds, result);
  }

  // Adds what only the facts tell.
  private async complete(
    tx: Tx,
    organization: Organization,
    question: TimeQuestion,
    plan: RollupPlan,
    personIds: string[] | null,
    result: Tally,
  ): Promise<Tally> {
    if (plan.late.length === 0 && plan.facts.length === 0) return result;
    const zones = await this.zones.histories(tx);
    await this.addMade(tx, question, plan, zones, result);
    const { days, mode, asOf, knownBy, cutAt } = question;
    const hours = settingsOf(organization).bandHours;
    const bandsOf = bandsByPerson(zones, days.zone, frameStart(days), frameEnd(days), hours);
    for (const range of plan.facts) {
      const frame = partOfFrame(days, range);
      const known = await this.facts.items(tx, { frame, mode, asOf, knownBy, personIds });
      const items = cutAt ? cutItems(known, cutAt.getTime(), days.zone) : known;
      addItems(result, items, planOf(question, bandsOf), frame);
    }
    if (cutAt) noteRunning(result, await this.runningAt(tx, question, cutAt, personIds));
    return result;
  }

  // The true state of late weeks.
  private async addMade(
    tx: Tx,
    question: TimeQuestion,
    plan: RollupPlan,
    zones: Map<string, ZonePeriod[]>,
    result: Tally,
  ): Promise<void> {
    const { days, mode, asOf, knownBy } = question;
    const layout = planOf(question, () => []);
    const reads = daysRead(plan);
    for (const { from, to, personIds } of plan.late) {
      const making = { personIds, from, to, runningTo: asOf, knownBy, modes: [mode] };
      for (const [personId, own] of await this.maker.make(tx, zones, making)) {
        for (const [week, cells] of own.weeks)
          addWeek(result, layout, question, reads, { personId, week, cells });
        noteRunning(
          result,
          own.running.filter((item) => touchesFrame(item, days)),
        );
        result.cappedDates.push(...cappedIn(own, question, plan));
      }
    }
  }

  // An incident that went on beyond the cut was running then, also where it ended since.
  private async runningAt(
    tx: Tx,
    { days, mode, asOf, knownBy }: TimeQuestion,
    cutAt: Date,
    personIds: string[] | null,
  ) {
    const items = await this.facts.incident(tx, { frame: days, mode, asOf, knownBy, personIds });
    return cutItems(items, cutAt.getTime(), days.zone);
  }

  private async cappedDates(tx: Tx, question: TimeQuestion, plan: RollupPlan): Promise<string[]> {
    if (question.view === 'TICKET' || plan.sums.length === 0) return [];
    const late = new Set(keysOf(plan).map(nameOf));
    const rows = await this.rollups.capped(tx, question.mode, plan.sums[0]!.from, plan.sums.at(-1)!.to);
    return rows.flatMap((row) =>
      late.has(nameOf(row)) || !plan.sums.some((range) => holds(range, row.date)) ? [] : [row.date],
    );
  }
}

const keysOf = ({ late }: RollupPlan): WeekKey[] =>
  late.flatMap(({ weeks, personIds }) =>
    weeks.flatMap((week) => personIds.map((personId) => ({ personId, week }))),
  );

const nameOf = ({ personId, week }: WeekKey): string => `${personId} ${week}`;

const holds = ({ from, to }: DateRange, date: string): boolean => date >= from && date < to;

function cappedIn({ capped }: MadeWeeks, { view, mode }: TimeQuestion, plan: RollupPlan): string[] {
  if (view === 'TICKET') return [];
  return capped.flatMap(([of, date]) =>
    of === mode && plan.sums.some((range) => holds(range, date)) ? [date] : [],
  );
}

/** A person's week, stored or made. */
interface PersonCells extends WeekKey {
  cells: WeekCell[];
}

// The days of each week for which roll-ups are read; the range and the facts may cut it.
function daysRead({ sums }: RollupPlan): (week: string, day: number) => boolean {
  const known = new Map<string, boolean[]>();
  return (week, day) => {
    let days = known.get(week);
    if (days === undefined) {
      days = [0, 1, 2, 3, 4, 5, 6].map((one) => sums.some((range) => holds(range, addDays(week, one))));
      known.set(week, days);
    }
    return days[day] as boolean;
  };
}

function addWeek(
  result: Tally,
  layout: TallyPlan,
  question: TimeQuestion,
  reads: ReturnType<typeof daysRead>,
  { personId, week, cells }: PersonCells,
  sign: 1 | -1 = 1,
): void {
  const read = cells.filter(([day]) => reads(week, day));
  const column = columnOf(question);
  addCells(result, layout, personId, cellsOfWeek(week, read, column, question.days.from, sign));
}

function addSum(result: Tally, { slots: count }: TallyPlan, row: SlotSum): void {
  let slots = result.services.get(row.serviceId);
  if (slots === undefined) {
    slots = Array.from({ length: count }, emptySlot);
    result.services.set(row.serviceId, slots);
  }
  const time = slots[row.slot]!;
  time.toil += BigInt(row.toil);
  time.banded += BigInt(row.banded);
  time.engineering += BigInt(row.engineering);
  time.overhead += BigInt(row.overhead);
  time.unclassified += BigInt(row.unclassified);
  time.unattended += BigInt(row.unattended);
  time.again += BigInt(row.again);
}
