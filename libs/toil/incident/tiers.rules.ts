import type { IncidentMode } from '../report/interval.js';
import type { Stretch } from './event.rules.js';
import type { IncidentLife, Responder } from './fold.rules.js';

/** Time that an incident took from a person (null: nobody responded, and one unknown person is assumed). */
export interface IncidentTime {
  person: string | null;
  /** The tier that the time was really taken from. */
  tier: IncidentMode;
  stretches: Stretch[];
}

/**
 * The time of every responder in the tier asked for; HANDS_ON is what they stated, else what their activity tells. Who
 * lacks it falls to the next best: HANDS_ON to ENGAGED to WALL,
 * ENGAGED to HANDS_ON (stated without ever acknowledging) to WALL. Nobody at all: the wall time of one unknown person.
 */
export function incidentTimes(life: IncidentLife, mode: IncidentMode): IncidentTime[] {
  if (life.responders.length === 0) return [{ person: null, tier: 'WALL', stretches: life.active }];
  return life.responders.map((responder) => ({
    person: responder.person,
    ...ofResponder(life, responder, mode),
  }));
}

function ofResponder(
  life: IncidentLife,
  responder: Responder,
  mode: IncidentMode,
): Omit<IncidentTime, 'person'> {
  const { handsOn, engaged, inferred } = responder;
  if (mode === 'WALL') return { tier: 'WALL', stretches: life.active };
  if (mode === 'HANDS_ON' && handsOn) return { tier: 'HANDS_ON', stretches: handsOn };
  if (mode === 'HANDS_ON' && inferred) return { tier: 'HANDS_ON', stretches: inferred };
  if (engaged) return { tier: 'ENGAGED', stretches: engaged };
  if (handsOn) return { tier: 'HANDS_ON', stretches: handsOn };
  return { tier: 'WALL', stretches: life.active };
}

/** Milliseconds covered, running stretches counted to `asOf`. */
export function lengthOf(stretches: readonly Stretch[], asOf: number): number {
  return stretches.reduce((sum, { start, end }) => sum + Math.max(0, (end ?? asOf) - start), 0);
}

/** Wall, engaged and hands-on (stated, else inferred) milliseconds of the whole incident; hands-on is null without either. */
export function tierTotals(
  life: IncidentLife,
  asOf: number,
): { wall: number; engaged: number; handsOn: number | null } {
  const known = life.responders.flatMap(({ handsOn, inferred }) => handsOn ?? inferred ?? []);
  return {
    wall: lengthOf(life.active, asOf),
    engaged: life.responders.reduce((sum, responder) => sum + lengthOf(responder.engaged ?? [], asOf), 0),
    handsOn: life.responders.some(({ handsOn, inferred }) => handsOn ?? inferred)
      ? lengthOf(known, asOf)
      : null,
  };
}
