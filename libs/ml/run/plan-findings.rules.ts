import type { Finding } from '../check/finding.js';
import type { TrainingSettings } from '../pipeline/pipeline-settings.rules.js';
import { preflight } from '../queue/preflight.rules.js';

/** What the batch arithmetic says about a training (it repeats its pictures) and its one pass over the validation set. */
export function planFindings(
  trainingRows: number,
  validationRows: number,
  training: TrainingSettings,
): Finding[] {
  const { batchSize, steps } = training;
  const validation = {
    usableRows: validationRows,
    batchSize,
    epochs: 1,
    steps: null,
    allowPartialBatch: true,
  };
  return [
    ...preflight({ usableRows: trainingRows, batchSize, epochs: null, steps, allowPartialBatch: false })
      .findings,
    ...preflight(validation, 'VALIDATION').findings,
  ];
}
