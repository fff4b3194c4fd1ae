import type { Tx } from '#platform';
import type { TimeBand } from '../report/interval.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import type { DateRange } from './date-range.rules.js';
import { sumExpressions } from './sum-unit.rules.js';
import { mondayOf } from './week-cell.rules.js';

/** The time of a service in a slot; whole numbers of units as text, because they exceed 2^53. */
export interface SlotSum {
  serviceId: string;
  slot: number;
  toil: string;
  banded: string;
  engineering: string;
  overhead: string;
  unclassified: string;
  unattended: string;
  again: string;
}

/** What is added up: unit column, band, first days of the slots, services (null = all). */
export interface SumQuestion {
  column: number;
  timeBand: TimeBand | null;
  slotStarts: readonly string[];
  serviceIds: readonly string[] | null;
}

/** Adds up the services' sums of weeks and days. */
export class SumReader {
  /** The sums over some ranges of dates. */
  async read(tx: Tx, question: SumQuestion, ranges: readonly DateRange[]): Promise<SlotSum[]> {
    if (ranges.length === 0) return [];
    const { slotStarts, serviceIds } = question;
    const parameters: unknown[] = [];
    // Slots are weeks or days. The range may cut the first and the last one, so the width is that of the second.
    const width = slotStarts.length > 2 ? daysBetween(slotStarts[1]!, slotStarts[2]!) : 7;
    const slot =
      slotStarts.length === 1
        ? '0'
        : `(day - $${parameters.push(addDays(slotStarts[1]!, -width))}::date) / ${width}`;
    // Whole weeks come from their own sums, unless the slots cut them.
    const aligned = slotStarts.length === 1 || (width === 7 && slotStarts[1] === mondayOf(slotStarts[1]!));
    const which = serviceIds ? `and service_id = any($${parameters.push(serviceIds)})` : '';
    const pieces = ranges
      .flatMap((range) => grained(range, aligned))
      .map(({ grain, from, to }) => {
        const bounds = `${grain} >= $${parameters.push(from)}::date and ${grain} < $${parameters.push(to)}::date`;
        return `select ${grain} as day, service_id, units from service_${grain} where ${bounds} ${which}`;
      });
    const sums = Object.entries(sumExpressions(question.column, question.timeBand));
    return tx.query(
      `select service_id as "serviceId", ${slot} as slot, ${sums.map(([name, units]) => `sum(${units})::text as ${name}`).join(', ')}
       from (${pieces.join(' union all ')}) as piece group by service_id, slot`,
      parameters,
    );
  }
}

interface Piece extends DateRange {
  grain: 'day' | 'week';
}

function grained({ from, to }: DateRange, inWeeks: boolean): Piece[] {
  const [weeksFrom, weeksTo] = [mondayOf(addDays(from, 6)), mondayOf(to)];
  if (!inWeeks || weeksFrom >= weeksTo) return [{ grain: 'day', from, to }];
  const pieces: Piece[] = [
    { grain: 'week', from: weeksFrom, to: weeksTo },
    { grain: 'day', from, to: weeksFrom },
    { grain: 'day', from: weeksTo, to },
  ];
  return pieces.filter((piece) => piece.from < piece.to);
}
