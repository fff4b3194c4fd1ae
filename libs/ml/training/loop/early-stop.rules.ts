import type { EarlyStop } from '../../engine/contract.js';
import type { LoopState } from './loop-state.js';

type Looked = Pick<LoopState, 'smoothed' | 'best' | 'sinceBest' | 'stoppedEarly'>;

/**
 * What one more look at the validation loss means. The loss is smoothed exponentially, and only `patience` looks in a row
 * without a better smoothed loss stop the training: one lucky batch, which is how the original stopped, moves nothing.
 */
export function lookAgain(before: Looked, loss: number, rule: EarlyStop | null): Looked {
  if (!rule) return before;
  const smoothed =
    before.smoothed === null ? loss : rule.smoothing * before.smoothed + (1 - rule.smoothing) * loss;
  const better = before.best === null || smoothed < before.best - rule.minDelta;
  const sinceBest = better ? 0 : before.sinceBest + 1;
  return {
    smoothed,
    best: better ? smoothed : before.best,
    sinceBest,
    stoppedEarly: sinceBest >= rule.patience,
  };
}
