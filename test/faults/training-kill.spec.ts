import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainingFiles, TrainingOrder } from '#ml/training';
import { killDuring, runToEnd, SMALL, scenarioFolder, writeStripes } from './killed-training.js';

const KILLS = process.env.UNTOIL_FAULTS === 'long' ? 20 : 3;
const MOST_DELAY_MS = 1200;
const { path: root, remove } = scenarioFolder();
let files: TrainingFiles;

const order = (name: string, engine: 'wasm' | 'native'): TrainingOrder => ({
  spec: SMALL,
  files,
  checkpointDir: join(root, name),
  enginesDir: join(process.cwd(), '.untoil', 'engines'),
  engine,
});

async function finalSha(wanted: TrainingOrder): Promise<string> {
  const { outcome } = await runToEnd(wanted);
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result.sha256;
}

beforeAll(() => {
  files = writeStripes(root);
});
afterAll(remove);

describe('R11: a training killed anywhere resumes and ends with the same model', () => {
  it(`ends with one SHA-256 after each of ${KILLS} trainings that were killed at a random moment`, async () => {
    const plain = await finalSha(order('plain', 'wasm'));
    let equal = 0;
    for (let i = 0; i < KILLS; i++) {
      const wanted = order(`killed-${i}`, 'wasm');
      const delay = Math.floor(Math.random() * MOST_DELAY_MS);
      const killed = await killDuring(wanted, { on: 'started', delayMs: delay });
      const sha = await finalSha(wanted);
      if (sha === plain) equal++;
      else process.stdout.write(`kill ${i} after ${delay} ms (${killed}): ${sha} is not ${plain}\n`);
    }
    process.stdout.write(`R11: weights equal ${equal}/${KILLS}\n`);
    expect(equal).toBe(KILLS);
  }, 600_000);
});
