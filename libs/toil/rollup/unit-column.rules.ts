import {
  ATTRIBUTIONS,
  type Attribution,
  INCIDENT_MODES,
  type IncidentMode,
  type ToilView,
} from '../report/interval.js';

const MODES = INCIDENT_MODES.length;
const names = (kind: string): string[] => INCIDENT_MODES.map((mode) => `${kind}_${mode.toLowerCase()}`);

/** Columns that every cell fills: the person view in equal parts, then the ticket view, each by incident mode. */
export const PLAIN_COLUMNS = [...names('person'), ...names('ticket')];

/** The other attributions of the person view. Most time is claimed by one service: left out = the same as in equal parts. */
export const SHARED_COLUMNS = [...names('severity'), ...names('full')];

/** All columns of units. */
export const UNIT_COLUMNS = [...PLAIN_COLUMNS, ...SHARED_COLUMNS];

/** For each of SHARED_COLUMNS the position of the column in equal parts. */
export const BASE_OF_SHARED = SHARED_COLUMNS.map((_, index) => index % MODES);

/** Position of a view, mode and attribution among UNIT_COLUMNS; tickets know no attribution. */
export function unitColumn(view: ToilView, mode: IncidentMode, attribution: Attribution): number {
  const shared = attribution === 'EQUAL_SPLIT' ? 0 : 1 + ATTRIBUTIONS.indexOf(attribution);
  return (view === 'TICKET' ? 1 : shared) * MODES + INCIDENT_MODES.indexOf(mode);
}

/** Whether the column counts time of several services in full. */
export const isFull = (column: number): boolean => column >= UNIT_COLUMNS.length - MODES;

/** The position of the column in equal parts that a shared column is held against; a plain one is its own. */
export const baseOf = (column: number): number =>
  column < PLAIN_COLUMNS.length ? column : (BASE_OF_SHARED[column - PLAIN_COLUMNS.length] as number);
