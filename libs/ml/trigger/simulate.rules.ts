import { judgeTrigger, type Pending, type TriggerSettings } from './trigger-policy.rules.js';

/** Pictures that are accepted at a second of the simulation. */
export interface Arrival {
  atSeconds: number;
  pictures: number;
}

/** A run that the policy would start, with the pictures waiting for it. */
export interface Firing {
  atSeconds: number;
  pictures: number;
}

/**
 * Plays the policy over arrivals, dealt to the classes in turn. Each run lasts runSeconds and succeeds; what arrives
 * during a run counts for the next one. The policy is asked whenever one of its clauses can change, up to untilSeconds.
 */
export function simulateTrigger(
  settings: TriggerSettings,
  arrivals: readonly Arrival[],
  classes: number,
  runSeconds: number,
  untilSeconds: number,
): Firing[] {
  const coming = [...arrivals].sort((a, b) => a.atSeconds - b.atSeconds);
  const firings: Firing[] = [];
  let waiting = new Waiting(classes);
  let runEnds: number | null = null;
  let cooldownUntil: number | null = null;
  let now: number | null = coming[0]?.atSeconds ?? null;

  while (now !== null && now <= untilSeconds) {
    for (let next = coming[0]; next && next.atSeconds <= now; next = coming[0]) {
      waiting.add(next);
      coming.shift();
    }
    if (runEnds !== null && now >= runEnds) {
      cooldownUntil = runEnds + settings.cooldownSeconds;
      runEnds = null;
    }
    const facts = {
      now,
      pending: waiting.pending,
      cooldownUntil,
      activeRun: runEnds !== null,
      preflightPasses: true,
      standstill: null,
      scheduleDue: false,
    };
    if (judgeTrigger(facts, settings).due) {
      firings.push({ atSeconds: now, pictures: waiting.pending.total });
      waiting = new Waiting(classes);
      runEnds = now + runSeconds;
      // A run of no length ends in the same second: only its cool-down remains.
      if (runSeconds === 0) continue;
    }
    now = soonest(now, [
      coming[0]?.atSeconds ?? null,
      runEnds,
      cooldownUntil,
      after(waiting.pending.lastAt, settings.debounceSeconds),
      after(waiting.pending.firstAt, settings.maxWaitSeconds),
    ]);
  }
  return firings;
}

const after = (at: number | null, by: number): number | null => (at === null ? null : at + by);

function soonest(now: number, candidates: (number | null)[]): number | null {
  const later = candidates.filter((at): at is number => at !== null && at > now);
  return later.length === 0 ? null : Math.min(...later);
}

/** Pictures of many classes, dealt in turn: the fullest class has one for each round that was begun. */
class Waiting {
  readonly pending: Pending = { total: 0, largestClass: null, newClasses: [], firstAt: null, lastAt: null };

  constructor(private readonly classes: number) {}

  add({ atSeconds, pictures }: Arrival): void {
    if (pictures === 0) return;
    this.pending.total += pictures;
    this.pending.largestClass = { name: 'class', count: Math.ceil(this.pending.total / this.classes) };
    this.pending.firstAt ??= atSeconds;
    this.pending.lastAt = atSeconds;
  }
}
