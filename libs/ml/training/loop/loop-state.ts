/** What the loop itself has to remember from step to step; goes into every checkpoint. */
export interface LoopState {
  /** Steps done. Shuffling, augmentation and dropout follow from it, as all random numbers are counted, not drawn in turn. */
  step: number;
  /** Evaluations on the validation set so far. */
  looks: number;
  /** Sums over the steps since the last metric point. */
  window: { steps: number; loss: number; correct: number };
  /** Smoothed validation loss, the best of it, and how many looks ago that was. */
  smoothed: number | null;
  best: number | null;
  sinceBest: number;
  stoppedEarly: boolean;
  last: { trainLoss: number; validationLoss: number; validationAccuracy: number };
}

/** The state before the first step. */
export function firstState(): LoopState {
  return {
    step: 0,
    looks: 0,
    window: { steps: 0, loss: 0, correct: 0 },
    smoothed: null,
    best: null,
    sinceBest: 0,
    stoppedEarly: false,
    last: { trainLoss: 0, validationLoss: 0, validationAccuracy: 0 },
  };
}
