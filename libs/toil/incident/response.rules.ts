import type { IncidentLife } from './fold.rules.js';
import { lengthOf } from './tiers.rules.js';

/** One responder's part, in milliseconds; handsOn is null when they stated none (the engaged time is the best guess then). */
export interface Response {
  personId: string;
  engaged: number;
  handsOn: number | null;
  /** What signs of activity tell; null without any. */
  inferred: number | null;
}

/** Everybody's part, running stretches counted to `asOf`. */
export const responsesOf = (life: IncidentLife, asOf: number): Response[] =>
  life.responders.map(({ person, engaged, handsOn, inferred }) => ({
    personId: person,
    engaged: lengthOf(engaged ?? [], asOf),
    handsOn: handsOn && lengthOf(handsOn, asOf),
    inferred: inferred ? lengthOf(inferred, asOf) : null,
  }));
