import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startTrainer,
  type TrainingEvent,
  type TrainingFiles,
  type TrainingOrder,
  type TrainingOutcome,
} from '#ml/training';

const PICTURE = 96 * 96 * 3;
/** A small network's training: 60 steps of 8 pictures, a checkpoint every 10. */
export const SMALL = {
  architecture: 'SEED_3X3',
  classes: 3,
  batchSize: 8,
  steps: 60,
  learningRate: 1e-3,
  keepProb: 0.7,
  seed: 42,
  checkpointEverySteps: 10,
  evaluateEverySteps: 20,
  augment: true,
  inputSize: 96,
} as const;

/** Writes a packed data set of stripes whose width is the class; the noise comes from a fixed sequence. */
export function writeStripes(folder: string, classes = SMALL.classes): TrainingFiles {
  let state = 1;
  const noise = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const split = (name: string, rows: number): TrainingFiles['training'] => {
    const pixels = new Uint8Array(rows * PICTURE);
    const labels = Int32Array.from({ length: rows }, (_, row) => row % classes);
    for (let i = 0; i < pixels.length; i++) {
      const [row, y, x] = [
        Math.floor(i / PICTURE),
        Math.floor((i % PICTURE) / 288),
        Math.floor((i % 288) / 3),
      ];
      const frequency = 0.15 + 0.25 * labels[row]!;
      pixels[i] = 128 + 80 * Math.sin((x + y) * frequency + row) + 40 * (noise() - 0.5);
    }
    const files = { pixels: join(folder, `${name}.pixels`), labels: join(folder, `${name}.labels`), rows };
    writeFileSync(files.pixels, pixels);
    writeFileSync(files.labels, labels);
    return files;
  };
  return {
    training: split('training', 30),
    validation: split('validation', 12),
    dataDigest: `stripes-${classes}`,
  };
}

/** A folder for one scenario, and how to get rid of it. */
export function scenarioFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'untoil-training-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs an order to its end and keeps what was said. */
export async function runToEnd(
  order: TrainingOrder,
): Promise<{ outcome: TrainingOutcome; events: TrainingEvent[] }> {
  const events: TrainingEvent[] = [];
  const outcome = await startTrainer(order, { onEvent: (event) => events.push(event) }).outcome;
  return { outcome, events };
}

/** When to kill: `delayMs` after the first event of a kind in this start. */
export interface Kill {
  on: 'started' | 'metric' | 'checkpoint';
  delayMs: number;
}

/** Starts a training and kills its process with SIGKILL; false when it was through before the kill came. */
export async function killDuring(order: TrainingOrder, kill: Kill): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const training = startTrainer(order, {
    onEvent: (event) => {
      if (event.kind !== kill.on || timer) return;
      timer = setTimeout(() => process.kill(training.pid, 'SIGKILL'), kill.delayMs);
    },
  });
  const outcome = await training.outcome;
  clearTimeout(timer);
  return outcome.status === 'failed' && outcome.failure.code === 'PROCESS_DIED';
}
