import type { Stretch } from './event.rules.js';
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
