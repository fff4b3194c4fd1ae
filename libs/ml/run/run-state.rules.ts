export const STEP_NAMES = ['VALIDATE', 'PREFLIGHT', 'TRAIN', 'EVALUATE', 'GATE', 'DEPLOY'] as const;
export type StepName = (typeof STEP_NAMES)[number];
export type StepStatus = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'SKIPPED';
export const RUN_STATUSES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** Whether a run in that state has ended for good. */
export const hasEnded = (status: RunStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';

/** The step after this one; null after the last. */
export const stepAfter = (name: StepName): StepName | null =>
  STEP_NAMES[STEP_NAMES.indexOf(name) + 1] ?? null;

/** What a step that has not come to an end becomes when its run ends: the failed one FAILED, the others SKIPPED. */
export function closedStatus(status: StepStatus, isCulprit: boolean): StepStatus {
  if (status === 'SUCCEEDED' || status === 'FAILED' || status === 'SKIPPED') return status;
  return isCulprit ? 'FAILED' : 'SKIPPED';
}

// Shares of a whole run's time as seen on the face sets; only the training step reports its own fraction.
const WEIGHTS: Record<StepName, number> = {
  VALIDATE: 8,
  PREFLIGHT: 2,
  TRAIN: 80,
  EVALUATE: 5,
  GATE: 1,
  DEPLOY: 4,
};

/**
 * How far a run is, or was when it ended, 0..100: finished steps in full, others by their own fraction (0..1), which a
 * step that a cancelled run broke off keeps and one that never began has not.
 */
export function progressOf(
  status: RunStatus,
  steps: readonly { name: StepName; status: StepStatus; fraction: number }[],
): number {
  if (status === 'SUCCEEDED') return 100;
  return steps.reduce((sum, step) => {
    if (step.status === 'SUCCEEDED') return sum + WEIGHTS[step.name];
    if (step.status === 'PENDING') return sum;
    return sum + WEIGHTS[step.name] * Math.min(1, Math.max(0, step.fraction));
  }, 0);
}
