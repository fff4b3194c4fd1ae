/** When new data starts a run by itself. Times in seconds. */
export interface TriggerSettings {
  automatic: boolean;
  minNew: number;
  minNewPerClass: number;
  debounceSeconds: number;
  maxWaitSeconds: number;
  cooldownSeconds: number;
  /** Cron expression in the reporting zone; runs at its times as well when new data waits. */
  schedule: string | null;
}

export const TRIGGER_DEFAULTS: TriggerSettings = {
  automatic: true,
  minNew: 25,
  minNewPerClass: 10,
  debounceSeconds: 120,
  maxWaitSeconds: 1800,
  cooldownSeconds: 21_600,
  schedule: null,
};

/** Pictures that a class unknown to the last training needs before it may start a run. */
export const NEW_CLASS_TRAINING = 20;
export const NEW_CLASS_VALIDATION = 5;

/** What waits: accepted pictures, not seen by the last completed training. All instants in seconds of one clock. */
export interface Pending {
  total: number;
  /** Largest number waiting in one class. */
  largestClass: { name: string; count: number } | null;
  /** Classes that the last completed training did not know, with all their accepted pictures. */
  newClasses: { name: string; training: number; validation: number }[];
  firstAt: number | null;
  lastAt: number | null;
}

/** Everything the policy looks at. */
export interface TriggerFacts {
  now: number;
  pending: Pending;
  cooldownUntil: number | null;
  activeRun: boolean;
  preflightPasses: boolean;
  /** Null when the pipeline is active, otherwise why it stands still. */
  standstill: string | null;
  /** Whether a time of the schedule has passed since the last look. */
  scheduleDue: boolean;
  /** What in the data a person has to look at first; left out or null when nothing. */
  heldBy?: string | null;
  /** Whether no training was ever completed: a schedule then needs no new picture. */
  neverTrained?: boolean;
}

/** One condition of the policy with its value and what it needs. */
export interface Clause {
  clause: string;
  holds: boolean;
  value: string;
  needed: string;
}

/** The policy's answer: due when every clause holds. */
export interface TriggerAnswer {
  due: boolean;
  clauses: Clause[];
}

const seconds = (count: number): string => `${Math.max(0, Math.round(count))} s`;

/**
 * Whether a run is due, clause by clause: switched on; enough new data (in all, in one class, or a new class complete
 * enough); arrivals settled for the debounce, or the first waiting for longer than the longest wait (a schedule's time
 * counts as settled); cool-down over; no drift that a person has to look at; nothing running; the preflight passes.
 */
export function judgeTrigger(facts: TriggerFacts, settings: TriggerSettings): TriggerAnswer {
  const clauses = [
    switchedOn(facts, settings),
    enoughNewData(facts, settings),
    settled(facts, settings),
    cooledDown(facts),
    {
      clause: 'DATA_ACCEPTED',
      holds: !facts.heldBy,
      value: facts.heldBy ?? 'nothing to look at',
      needed: 'no drift above its limit that nobody has accepted',
    },
    {
      clause: 'NO_ACTIVE_RUN',
      holds: !facts.activeRun,
      value: facts.activeRun ? 'a run is queued or running' : 'no run',
      needed: 'no run queued or running',
    },
    {
      clause: 'PREFLIGHT',
      holds: facts.preflightPasses,
      value: facts.preflightPasses ? 'passes' : 'fails',
      needed: 'every batch of training and validation can be filled',
    },
  ];
  return { due: clauses.every((one) => one.holds), clauses };
}

// Switched off, new data starts nothing; a schedule is the clock's matter and still does.
function switchedOn(
  { standstill, scheduleDue }: TriggerFacts,
  { automatic, schedule }: TriggerSettings,
): Clause {
  const byScheduleOnly = !automatic && schedule !== null;
  return {
    clause: 'AUTOMATIC',
    holds: (automatic || scheduleDue) && standstill === null,
    value: standstill ?? (automatic ? 'on' : byScheduleOnly ? 'by its schedule only' : 'off'),
    needed: byScheduleOnly ? 'a time of its schedule, pipeline active' : 'automatic on, pipeline active',
  };
}

function enoughNewData(
  { pending, scheduleDue, neverTrained }: TriggerFacts,
  settings: TriggerSettings,
): Clause {
  const largest = pending.largestClass;
  const complete = pending.newClasses.filter(
    (one) => one.training >= NEW_CLASS_TRAINING && one.validation >= NEW_CLASS_VALIDATION,
  );
  const holds =
    pending.total >= settings.minNew ||
    (largest !== null && largest.count >= settings.minNewPerClass) ||
    complete.length > 0 ||
    (scheduleDue && (pending.total > 0 || neverTrained === true));
  const classes = pending.newClasses.map(
    (one) => `, new class ${one.name} with ${one.training} + ${one.validation}`,
  );
  return {
    clause: 'NEW_DATA',
    holds,
    value: `${pending.total} new${largest ? `, ${largest.count} of them ${largest.name}` : ''}${classes.join('')}`,
    needed:
      `${settings.minNew} new, or ${settings.minNewPerClass} of one class, or a new class with ` +
      `${NEW_CLASS_TRAINING} training and ${NEW_CLASS_VALIDATION} validation pictures`,
  };
}

function settled({ now, pending, scheduleDue }: TriggerFacts, settings: TriggerSettings): Clause {
  const { firstAt, lastAt } = pending;
  const quiet = lastAt === null ? null : now - lastAt;
  const waiting = firstAt === null ? null : now - firstAt;
  const holds =
    scheduleDue ||
    (quiet !== null && quiet >= settings.debounceSeconds) ||
    (waiting !== null && waiting >= settings.maxWaitSeconds);
  return {
    clause: 'SETTLED',
    holds,
    value:
      quiet === null || waiting === null
        ? 'nothing waits'
        : `quiet for ${seconds(quiet)}, first waits ${seconds(waiting)}`,
    needed: `quiet for ${seconds(settings.debounceSeconds)}, or the first waits ${seconds(settings.maxWaitSeconds)}`,
  };
}

function cooledDown({ now, cooldownUntil }: TriggerFacts): Clause {
  const left = cooldownUntil === null ? 0 : cooldownUntil - now;
  return {
    clause: 'COOLED_DOWN',
    holds: left <= 0,
    value: left <= 0 ? 'over' : `${seconds(Math.ceil(left))} left`,
    needed: 'cool-down over',
  };
}
