import type { INestApplicationContext } from '@nestjs/common';
import { Evaluation, ModelVersion, type Prediction } from '#ml';
import { Transactions } from '#platform';

/** Puts a version with its validation answers into the registry, as if a run had trained it. It cannot be served. */
export async function registerVersion(
  app: INestApplicationContext,
  version: { id: string; pipelineId: string; number: number; classNames: string[]; rejectBelow: number },
  answers: { confidence: number; right: boolean }[],
): Promise<void> {
  const createdAt = new Date('2026-03-02T00:00:00Z');
  const predictions = answers.map(
    ({ confidence, right }, i): Prediction => ({
      row: i + 1,
      path: `${i}.ppm`,
      pixelSha: String(i).padStart(64, '0'),
      label: 0,
      predicted: right ? 0 : 1,
      confidence,
    }),
  );
  const row = {
    ...version,
    runId: `run_of_${version.id}`,
    architecture: 'SEED_3X3',
    weightsSha256: 'w',
    dataDigest: 'd',
    validationDigest: 'v',
    configDigest: 'c',
    preprocessingDigest: 'p',
    codeVersion: 'test',
    seed: 1,
    engine: 'none',
    parentId: null,
    calibration: { expectedError: 0, bins: [{ from: 0, to: 1, n: 2, confidence: 0.75, accuracy: 0.5 }] },
    files: [],
    golden: { pixelsSha256: 'g', probabilities: [] },
    createdAt,
  };
  await app.get(Transactions).run(async (tx) => {
    await tx.insert(ModelVersion, row as never);
    await tx.insert(Evaluation, {
      modelVersionId: version.id,
      validationDigest: 'v',
      n: predictions.length,
      correct: answers.filter(({ right }) => right).length,
      predictions,
      createdAt,
    } as never);
  });
}
