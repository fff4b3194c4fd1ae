/** What work is; UNCLASSIFIED is never toil, but counts as logged. The order is the one in which time is claimed. */
export const WORK_CLASSES = ['TOIL', 'ENGINEERING', 'OVERHEAD', 'UNCLASSIFIED'] as const;
export type WorkClass = (typeof WORK_CLASSES)[number];

/** The tier of incident time a report asks for; a responder who lacks it falls to the next best. */
export const INCIDENT_MODES = ['ENGAGED', 'WALL', 'HANDS_ON'] as const;
export type IncidentMode = (typeof INCIDENT_MODES)[number];

/** PERSON: union of a person's time, split over services. TICKET: every item in full. */
export const TOIL_VIEWS = ['PERSON', 'TICKET'] as const;
export type ToilView = (typeof TOIL_VIEWS)[number];

/**
 * Whose a slice of a person's time is that several services claim. EQUAL_SPLIT: equal parts. SEVERITY_WINS: the service whose
 * incident is the most severe, equal parts among equals; work outside of incidents counts below any. FULL: to each in
 * full, so that sums over services count it more than once.
 */
export const ATTRIBUTIONS = ['EQUAL_SPLIT', 'SEVERITY_WINS', 'FULL'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** Part of the day in the person's own zone. */
export const TIME_BANDS = ['BUSINESS', 'OFF', 'SLEEP'] as const;
export type TimeBand = (typeof TIME_BANDS)[number];

/** Where an item of time came from. */
export type ItemSource = 'ENTRY' | 'AMENDMENT' | 'INCIDENT' | 'TIMER';

interface Item {
  /** The person; or `incident:<id>` for an incident that nobody answered (it counts as one person's time). */
  personId: string;
  /** null: work for no service. */
  serviceId: string | null;
  workClass: WorkClass;
  source: ItemSource;
  /** The incident tier that the time really has; null for entries and timers. */
  tier: IncidentMode | null;
  /** The entry, incident or timer. */
  refId: string;
}

/** Clocked time [startMs, endMs) in epoch milliseconds, whole seconds. running: its end is the report's as-of instant. */
export interface ClockedItem extends Item {
  startMs: number;
  endMs: number;
  running: boolean;
  /** Of the incident, 1 (worst) to 5; absent for work outside of incidents. */
  severity?: number | undefined;
}

/** Time without a clock: seconds on a calendar date of the reporting zone; negative only for an amendment. */
export interface UnclockedItem extends Item {
  date: string;
  seconds: number;
}

/** One piece of somebody's time. */
export type WorkItem = ClockedItem | UnclockedItem;

/** Whether the item has clock times. */
export const isClocked = (item: WorkItem): item is ClockedItem => 'startMs' in item;
