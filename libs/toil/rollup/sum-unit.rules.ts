import { TIME_BANDS, type TimeBand, WORK_CLASSES } from '../report/interval.js';
import { BASE_OF_SHARED, baseOf, isFull, PLAIN_COLUMNS, UNIT_COLUMNS } from './unit-column.rules.js';

/**
 * How the time of a service in a week (or on a day) lies in one row, whatever classes and bands it has: a report then reads
 * as many rows as there are services and weeks, however many cells are filled. For each plain column toil by band, the three
 * other classes and, of the toil, what only the wall clock of unanswered incidents tells of. The other attributions follow,
 * without the latter, which is never shared; where none of them differs from equal parts they are left out.
 */
export const PARTS = TIME_BANDS.length + WORK_CLASSES.length - 1;
const PLAIN_WIDTH = PARTS + 1;

/** Numbers of a row without, and with the other attributions. */
export const PLAIN_UNITS = PLAIN_COLUMNS.length * PLAIN_WIDTH;
export const ALL_UNITS = PLAIN_UNITS + BASE_OF_SHARED.length * PARTS;

/** The part of a class and band (positions): toil has one for each band. */
export const partOf = (workClass: number, band: number): number =>
  workClass === 0 ? band : TIME_BANDS.length + workClass - 1;

/** Position in the row of a part of a unit column. */
export const unitAt = (column: number, part: number): number =>
  column < PLAIN_COLUMNS.length
    ? column * PLAIN_WIDTH + part
    : PLAIN_UNITS + (column - PLAIN_COLUMNS.length) * PARTS + part;

/** Position of the unattended toil of a plain column. */
export const unattendedAt = (column: number): number => unitAt(column, PARTS);

/** Whether the other attributions say the same as equal parts. */
export const isPlain = (units: readonly number[]): boolean =>
  SHARED.every((column) =>
    ALL_PARTS.every((part) => units[unitAt(column, part)] === units[unitAt(baseOf(column), part)]),
  );

const ALL_PARTS = Array.from({ length: PARTS }, (_, part) => part);
const SHARED = UNIT_COLUMNS.map((_, column) => column).slice(PLAIN_COLUMNS.length);

/** What a report adds up of a row, in SQL over an array `units`. */
export interface SumExpressions {
  toil: string;
  banded: string;
  engineering: string;
  overhead: string;
  unclassified: string;
  unattended: string;
  again: string;
}

/** The expressions for a column; banded is the toil of the band, of all where it is null. */
export function sumExpressions(column: number, band: TimeBand | null): SumExpressions {
  const at = (part: number): string => unitIn(column, part);
  const toil = TIME_BANDS.map((_, index) => at(partOf(0, index))).join(' + ');
  const [engineering, overhead, unclassified] = [1, 2, 3].map((workClass) => at(partOf(workClass, 0)));
  const all = (of: number): string => ALL_PARTS.map((part) => unitIn(of, part)).join(' + ');
  return {
    toil,
    banded: band === null ? toil : at(partOf(0, TIME_BANDS.indexOf(band))),
    engineering: engineering as string,
    overhead: overhead as string,
    unclassified: unclassified as string,
    unattended: element(unattendedAt(baseOf(column))),
    again: isFull(column) ? `${all(column)} - (${all(baseOf(column))})` : '0::bigint',
  };
}

/** A row that holds all units, from one in which the other attributions may be left out; in SQL. */
export const allUnits: readonly string[] = [
  ...Array.from({ length: PLAIN_UNITS }, (_, index) => element(index)),
  ...SHARED.flatMap((column) => ALL_PARTS.map((part) => unitIn(column, part))),
];

/** Whether an array `units` of all units could leave out the other attributions; in SQL. */
export const isPlainInSql: string = SHARED.map((column) => {
  const slice = (of: number): string => `units[${unitAt(of, 0) + 1}:${unitAt(of, PARTS - 1) + 1}]`;
  return `${slice(column)} = ${slice(baseOf(column))}`;
}).join(' and ');

// Arrays count from 1 there.
function element(index: number): string {
  return `units[${index + 1}]`;
}

function unitIn(column: number, part: number): string {
  const own = element(unitAt(column, part));
  return column < PLAIN_COLUMNS.length ? own : `coalesce(${own}, ${element(unitAt(baseOf(column), part))})`;
}
