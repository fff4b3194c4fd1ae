import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import type { DayFrame } from '../report/frame.rules.js';
import {
  type Attribution,
  type IncidentMode,
  TIME_BANDS,
  type TimeBand,
  type ToilView,
  WORK_CLASSES,
} from '../report/interval.js';
import { addCells, emptySlot, emptyTally, type Tally, type TallyPlan } from '../report/tally.rules.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import { RollupRepository, type WeekKey } from './rollup.repository.js';
import { baseOf, isFull, unitColumn, unitsIn } from './unit-column.rules.js';
import { cellsOfWeek, mondayOf } from './week-cell.rules.js';
import { type MadeWeeks, WeekMaker } from './week-maker.js';

/** What is asked of the roll-ups: dates [from, to), in stretches of `slots` that each begin on a day of `slotStarts`. */
export interface RollupQuestion {
  days: DayFrame;
  slotStarts: string[];
  slotOf: (day: number) => number;
  view: ToilView;
  mode: IncidentMode;
  attribution: Attribution;
  timeBand: TimeBand | null;
  asOf: Date;
  /** For so long an incident that nobody ended counts after its last sign. */
  capHours: number;
}

/** Above so many weeks to be made afresh, reading everything from the facts is the shorter way. */
const MOST_LATE = 300;

interface SumRow {
  service_id: string;
  work_class: number;
  slot: number;
  units: string;
  banded: string;
  unattended: string;
  again: string;
}

/** Answers reports from roll-ups, with what is stale or still running made from the facts. */
@Injectable()
export class RollupReader {
  private readonly rollups = new RollupRepository();

  constructor(private readonly maker: WeekMaker) {}

  /** All services' sums; people are left out (see people). null: the roll-ups do not hold, read the facts. */
  async services(tx: Tx, organization: Organization, question: RollupQuestion): Promise<Tally | null> {
    if (!(await this.rollups.holds(tx, organization))) return null;
    const late = await this.late(tx, question);
    if (late === null) return null;
    const result = emptyTally();
    const plan = planOf(question);
    for (const row of await this.sums(tx, question)) addSum(result, plan, row);
    await this.mend(tx, question, plan, late, result);
    result.cappedDates.push(...(await this.cappedDates(tx, question.days)));
    return result;
  }

  /** Some people's time, all slots together. */
  async people(tx: Tx, question: RollupQuestion, personIds: string[]): Promise<Tally> {
    const result = emptyTally();
    const [from, to] = mondaysAround(question.days);
    const rows: (WeekKey & { cells: never[] })[] = await tx.query(
      `select person_id as "personId", week::text, cells from person_week
       where person_id = any($1) and week >= $2::date and week < $3::date`,
      [personIds, from, to],
    );
    const plan = planOf(question);
    const column = columnOf(question);
    for (const { personId, week, cells } of rows)
      addCells(result, plan, personId, cellsOfWeek(week, cells, column, question.days.from));
    const late = (await this.late(tx, question, personIds)) ?? [];
    await this.mend(tx, question, plan, late, result);
    return result;
  }

  // Weeks whose roll-up lags behind, and weeks with work that still runs: no roll-up holds that.
  private async late(
    tx: Tx,
    { days, mode, asOf, capHours }: RollupQuestion,
    personIds?: string[],
  ): Promise<WeekKey[] | null> {
    const most = personIds ? 1_000_000 : MOST_LATE;
    const [from, to] = mondaysAround(days);
    const rows = await this.rollups.lateBetween(tx, { from, to, mode, asOf, capHours, most });
    if (rows.length > most) return null;
    const wanted = personIds && new Set(personIds);
    return wanted ? rows.filter((key) => wanted.has(key.personId)) : rows;
  }

  // Takes the stored state of late weeks out of the sums and puts the true one in.
  private async mend(
    tx: Tx,
    question: RollupQuestion,
    plan: TallyPlan,
    late: WeekKey[],
    result: Tally,
  ): Promise<void> {
    if (late.length === 0) return;
    const column = columnOf(question);
    for (const { personId, week, cells } of await this.rollups.cells(tx, late)) {
      addCells(result, plan, personId, cellsOfWeek(week, cells, column, question.days.from, -1));
    }
    const weeks = late.map((key) => key.week).sort();
    const people = [...new Set(late.map((key) => key.personId))];
    const made = await this.maker.make(tx, people, weeks[0]!, WeekMaker.endOf(weeks), question.asOf, [
      question.mode,
    ]);
    for (const { personId, week } of late) {
      const own = made.get(personId) as MadeWeeks;
      addCells(
        result,
        plan,
        personId,
        cellsOfWeek(week, own.weeks.get(week) ?? [], column, question.days.from),
      );
      for (const service of own.running) result.runningServices.add(service);
      if (own.running.length > 0) result.runningPeople.add(personId);
      result.cappedDates.push(
        ...own.cappedDates.filter((date) => date >= question.days.from && date < question.days.to),
      );
    }
  }

  private sums(tx: Tx, question: RollupQuestion): Promise<SumRow[]> {
    const { days, slotStarts, timeBand } = question;
    const column = columnOf(question);
    const parameters: unknown[] = [];
    // Slots are weeks or days. The range may cut the first and the last one, so the width is that of the second.
    const width = slotStarts.length > 2 ? daysBetween(slotStarts[1]!, slotStarts[2]!) : 7;
    const slot =
      slotStarts.length === 1
        ? '0'
        : `(day - $${parameters.push(addDays(slotStarts[1]!, -width))}::date) / ${width}`;
    // Whole weeks come from their own sums, unless the stretches asked for cut them.
    const aligned = slotStarts.length === 1 || (width === 7 && slotStarts[1] === mondayOf(slotStarts[1]!));
    const [weeksFrom, weeksTo] = [mondayOf(addDays(days.from, 6)), mondayOf(days.to)];
    const whole = aligned && weeksFrom < weeksTo;
    const pieces: ['week' | 'day', string, string][] = whole
      ? [
          ['week', weeksFrom, weeksTo],
          ['day', days.from, weeksFrom],
          ['day', weeksTo, days.to],
        ]
      : [['day', days.from, days.to]];
    const columns = `service_id, work_class, band, unattended, ${unitsIn(column)} as units, ${
      isFull(column) ? `${unitsIn(column)} - ${unitsIn(baseOf(column))}` : '0'
    } as again`;
    const selects = pieces
      .filter(([, from, to]) => from < to)
      .map(([grain, from, to]) => {
        const bounds = `${grain} >= $${parameters.push(from)}::date and ${grain} < $${parameters.push(to)}::date`;
        return `select ${grain} as day, ${columns} from service_${grain} where ${bounds}`;
      });
    const banded = timeBand === null ? '' : `filter (where band = ${TIME_BANDS.indexOf(timeBand)})`;
    return tx.query(
      `select service_id, work_class, ${slot} as slot, sum(units) as units, coalesce(sum(units) ${banded}, 0) as banded,
         coalesce(sum(units) filter (where unattended), 0) as unattended, sum(again) as again
       from (${selects.join(' union all ')}) as piece group by service_id, work_class, slot`,
      parameters,
    );
  }

  private async cappedDates(tx: Tx, { from, to }: DayFrame): Promise<string[]> {
    const rows: { date: string }[] = await tx.query(
      `select date::text from person_week, unnest(capped_dates) as date
       where capped_dates is not null and week >= $1::date - 6 and week < $2::date and date >= $1::date and date < $2::date`,
      [from, to],
    );
    return rows.map((row) => row.date);
  }
}

const columnOf = ({ view, mode, attribution }: RollupQuestion): number => unitColumn(view, mode, attribution);

/** The Monday of the first day, and the Monday after the last one. */
const mondaysAround = ({ from, to }: DayFrame): [string, string] => [
  mondayOf(from),
  addDays(mondayOf(addDays(to, -1)), 7),
];

const planOf = (question: RollupQuestion): TallyPlan => ({
  ...question,
  bandsOf: () => [],
  slots: question.slotStarts.length,
});

function addSum(result: Tally, plan: TallyPlan, row: SumRow): void {
  let slots = result.services.get(row.service_id);
  if (slots === undefined) {
    slots = Array.from({ length: plan.slots }, emptySlot);
    result.services.set(row.service_id, slots);
  }
  const time = slots[row.slot]!;
  const units = BigInt(row.units);
  time.again += BigInt(row.again);
  switch (WORK_CLASSES[row.work_class]) {
    case 'TOIL':
      time.toil += units;
      time.banded += BigInt(row.banded);
      time.unattended += BigInt(row.unattended);
      break;
    case 'ENGINEERING':
      time.engineering += units;
      break;
    case 'OVERHEAD':
      time.overhead += units;
      break;
    default:
      time.unclassified += units;
  }
}
