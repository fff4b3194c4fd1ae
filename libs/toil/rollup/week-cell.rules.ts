import type { Cell, CellSheet } from '../report/cell.rules.js';
import { TIME_BANDS, WORK_CLASSES } from '../report/interval.js';
import { dateAt, dayNumber } from '../time/zone.rules.js';
import { BASE_OF_SHARED, baseOf, isFull, PLAIN_COLUMNS, UNIT_COLUMNS } from './unit-column.rules.js';

/**
 * One cell of a person's week: day 0..6, class, band (positions), service, and its units by UNIT_COLUMNS. Short, because
 * there are many: the shared columns are left out where all of them equal the plain ones.
 */
export type WeekCell = [day: number, workClass: number, band: number, serviceId: string, ...units: number[]];

/** A sheet and the unit columns that it is the answer to. */
export interface SheetOfColumns {
  sheet: CellSheet;
  columns: readonly number[];
}

const MONDAY = 4;
const FIRST = 4;
const PLAIN_END = FIRST + PLAIN_COLUMNS.length;
const END = FIRST + UNIT_COLUMNS.length;

/** The Monday on or before a date: weeks of roll-ups never depend on the day on which the organisation's weeks begin. */
export function mondayOf(date: string): string {
  const number = dayNumber(date);
  return dateAt(number - ((((number - MONDAY) % 7) + 7) % 7));
}

/** The sheets of one person (all over the same days) as cells by week; `first` is a Monday. */
export function weeksOfSheets(sheets: readonly SheetOfColumns[], first: string): Map<string, WeekCell[]> {
  const weeks = new Map<number, Map<string, WeekCell>>();
  for (const { sheet, columns } of sheets) {
    for (const cell of sheet.all()) {
      const week = Math.floor(cell.day / 7);
      let cells = weeks.get(week);
      if (cells === undefined) {
        cells = new Map();
        weeks.set(week, cells);
      }
      const row = rowOf(cells, cell);
      for (const column of columns) row[FIRST + column] = (row[FIRST + column] as number) + cell.units;
    }
  }
  const origin = dayNumber(first);
  return new Map(
    [...weeks].map(([week, cells]) => [dateAt(origin + 7 * week), [...cells.values()].map(trimmed)]),
  );
}

function rowOf(cells: Map<string, WeekCell>, { day, workClass, band, serviceId }: Cell): WeekCell {
  const key = `${day % 7}|${workClass}|${band}|${serviceId}`;
  let row = cells.get(key);
  if (row === undefined) {
    row = [day % 7, WORK_CLASSES.indexOf(workClass), TIME_BANDS.indexOf(band), serviceId];
    for (let i = FIRST; i < END; i++) row[i] = 0;
    cells.set(key, row);
  }
  return row;
}

function trimmed(row: WeekCell): WeekCell {
  const plain = BASE_OF_SHARED.every((base, shared) => row[PLAIN_END + shared] === row[FIRST + base]);
  if (plain) row.length = PLAIN_END;
  return row;
}

/** The units of a row in a column. */
export const unitsOf = (row: WeekCell, column: number): number =>
  (row[FIRST + column] ?? row[FIRST + baseOf(column)]) as number;

/** The cells of a week as a report's cells, with days counted from `from`; `sign` -1 takes them away. */
export function cellsOfWeek(
  week: string,
  cells: WeekCell[],
  column: number,
  from: string,
  sign: 1 | -1 = 1,
): Cell[] {
  const offset = dayNumber(week) - dayNumber(from);
  const base = isFull(column) ? baseOf(column) : column;
  return cells.map((row) => {
    const units = unitsOf(row, column);
    return {
      day: offset + row[0],
      workClass: WORK_CLASSES[row[1]]!,
      band: TIME_BANDS[row[2]]!,
      serviceId: row[3],
      units: sign * units,
      again: sign * (units - unitsOf(row, base)),
    };
  });
}

/** What became more or less between two states of a week: rows with the change of the units, whole ones where any changed. */
export function changeOf(before: WeekCell[], after: WeekCell[]): WeekCell[] {
  if (before.length === 0) return after;
  const change = new Map<string, WeekCell>();
  for (const [sign, cells] of [
    [-1, before],
    [1, after],
  ] as const) {
    for (const row of cells) {
      const key = `${row[0]}|${row[1]}|${row[2]}|${row[3]}`;
      let sum = change.get(key);
      if (sum === undefined) {
        sum = [row[0], row[1], row[2], row[3]];
        for (let i = FIRST; i < END; i++) sum[i] = 0;
        change.set(key, sum);
      }
      for (let column = 0; column < UNIT_COLUMNS.length; column++)
        sum[FIRST + column] = (sum[FIRST + column] as number) + sign * unitsOf(row, column);
    }
  }
  return [...change.values()].filter((row) => row.slice(FIRST).some((units) => units !== 0));
}
