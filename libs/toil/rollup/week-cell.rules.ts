import type { Cell, CellSheet } from '../report/cell.rules.js';
import {
  INCIDENT_MODES,
  type IncidentMode,
  TIME_BANDS,
  TOIL_VIEWS,
  type ToilView,
  WORK_CLASSES,
} from '../report/interval.js';
import { dateAt, dayNumber } from '../time/zone.rules.js';

/** Units by view and mode: PERSON (ENGAGED, WALL, HANDS_ON), then TICKET in the same order. */
export type UnitRow = [number, number, number, number, number, number];

/** One cell of a person's week: day 0..6, class, band (positions), service, and its units. Short, because there are many. */
export type WeekCell = [day: number, workClass: number, band: number, serviceId: string, ...units: UnitRow];

const MONDAY = 4;

/** The Monday on or before a date: weeks of roll-ups never depend on the day on which the organisation's weeks begin. */
export function mondayOf(date: string): string {
  const number = dayNumber(date);
  return dateAt(number - ((((number - MONDAY) % 7) + 7) % 7));
}

/** Position of a view and mode in a row of units. */
export const unitColumn = (view: ToilView, mode: IncidentMode): number =>
  TOIL_VIEWS.indexOf(view) * INCIDENT_MODES.length + INCIDENT_MODES.indexOf(mode);

/** The sheets of one person (by view and mode, all over the same days) as cells by week; `first` is a Monday. */
export function weeksOfSheets(
  sheets: [ToilView, IncidentMode, CellSheet][],
  first: string,
): Map<string, WeekCell[]> {
  const weeks = new Map<string, Map<string, WeekCell>>();
  for (const [view, mode, sheet] of sheets) {
    for (const cell of sheet.all()) {
      const week = dateAt(dayNumber(first) + cell.day - (cell.day % 7));
      let cells = weeks.get(week);
      if (cells === undefined) {
        cells = new Map();
        weeks.set(week, cells);
      }
      addUnits(cells, cell, unitColumn(view, mode));
    }
  }
  return new Map([...weeks].map(([week, cells]) => [week, [...cells.values()]]));
}

function addUnits(cells: Map<string, WeekCell>, cell: Cell, column: number): void {
  const key = `${cell.day % 7}|${cell.workClass}|${cell.band}|${cell.serviceId}`;
  let row = cells.get(key);
  if (row === undefined) {
    row = [
      cell.day % 7,
      WORK_CLASSES.indexOf(cell.workClass),
      TIME_BANDS.indexOf(cell.band),
      cell.serviceId,
      0,
      0,
      0,
      0,
      0,
      0,
    ];
    cells.set(key, row);
  }
  row[4 + column] = (row[4 + column] as number) + cell.units;
}

/** The cells of a week as a report's cells, with days counted from `from`; `sign` -1 takes them away. */
export function cellsOfWeek(
  week: string,
  cells: WeekCell[],
  column: number,
  from: string,
  sign: 1 | -1 = 1,
): Cell[] {
  const offset = dayNumber(week) - dayNumber(from);
  return cells.map((row) => ({
    day: offset + row[0],
    workClass: WORK_CLASSES[row[1]]!,
    band: TIME_BANDS[row[2]]!,
    serviceId: row[3],
    units: sign * (row[4 + column] as number),
  }));
}

/** What became more or less between two states of a week: rows of day, class, band, service with the change of the units. */
export function changeOf(before: WeekCell[], after: WeekCell[]): WeekCell[] {
  const change = new Map<string, WeekCell>();
  for (const [sign, cells] of [
    [-1, before],
    [1, after],
  ] as const) {
    for (const row of cells) {
      const key = row.slice(0, 4).join('|');
      const sum: WeekCell = change.get(key) ?? [row[0], row[1], row[2], row[3], 0, 0, 0, 0, 0, 0];
      for (let i = 4; i < 10; i++) sum[i] = (sum[i] as number) + sign * (row[i] as number);
      change.set(key, sum);
    }
  }
  return [...change.values()].filter((row) => row.slice(4).some((units) => units !== 0));
}
