import type { Stretch } from './event.rules.js';
import type { IncidentLife } from './fold.rules.js';
import { unionOf } from './merge.rules.js';

/** How activity becomes time: each sign of life counts `tailMinutes`, and gaps up to `gapMinutes` are bridged. */
export interface InferencePolicy {
  tailMinutes: number;
  gapMinutes: number;
}

export const DEFAULT_INFERENCE: InferencePolicy = { tailMinutes: 10, gapMinutes: 20 };

const MINUTE = 60_000;

/** Hands-on stretches out of the instants of messages and commands: 10 minutes each, gaps of up to 20 minutes bridged. */
export function inferHandsOn(instants: readonly number[], policy = DEFAULT_INFERENCE): Stretch[] {
  const sorted = [...instants].sort((a, b) => a - b);
  const stretches = sorted.map((start, index) => {
    const next = sorted[index + 1];
    const bridged = next !== undefined && next - start <= policy.gapMinutes * MINUTE;
    return { start, end: bridged ? next : start + policy.tailMinutes * MINUTE };
  });
  return unionOf(stretches);
}

/** One sign that a person was at work on an incident; at in epoch milliseconds. */
export interface WorkSign {
  person: string;
  at: number;
}

/** The life with what signs tell of its responders' hands-on time: within their engagement, where they stated none. */
export function withInference(life: IncidentLife, signs: readonly WorkSign[]): IncidentLife {
  return {
    ...life,
    responders: life.responders.map((responder) => {
      const { person, engaged, handsOn } = responder;
      if (handsOn !== null || engaged === null) return responder;
      const inferred = common(inferHandsOn(instantsOf(person, signs)), engaged);
      return inferred.length > 0 ? { ...responder, inferred } : responder;
    }),
  };
}

/**
 * What an incident leaves for people to confirm: of each responder who stated no minutes the inferred, else the engaged
 * time that is over; of anybody else what their signs tell.
 */
export function confirmable(
  life: IncidentLife,
  signs: readonly WorkSign[],
): { person: string; start: number; end: number }[] {
  const known = life.responders.flatMap(({ person, engaged, handsOn, inferred }) =>
    handsOn === null ? ended(person, inferred ?? engaged ?? []) : [],
  );
  const engaged = new Set(life.responders.map(({ person }) => person));
  const others = [...new Set(signs.map(({ person }) => person))].filter((person) => !engaged.has(person));
  return [...known, ...others.flatMap((person) => ended(person, inferHandsOn(instantsOf(person, signs))))];
}

const instantsOf = (person: string, signs: readonly WorkSign[]): number[] =>
  signs.filter((sign) => sign.person === person).map((sign) => sign.at);

const ended = (person: string, stretches: readonly Stretch[]) =>
  stretches.flatMap(({ start, end }) => (end !== null && end > start ? { person, start, end } : []));

// What lies in both; the second may still run.
function common(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const start = Math.max(one.start, other.start);
      const end = Math.min(one.end ?? Number.POSITIVE_INFINITY, other.end ?? Number.POSITIVE_INFINITY);
      return end > start ? { start, end } : [];
    }),
  );
}
