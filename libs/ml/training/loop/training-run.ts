import type { CheckpointIdentity } from '../checkpoint/checkpoint.rules.js';
import type { CheckpointFolder } from '../checkpoint/checkpoint-folder.js';
import type { InputQueue } from '../input/input-queue.js';
import { adamRate, type ComputeEngine } from './compute-engine.js';
import { lookAgain } from './early-stop.rules.js';
import type { LoopState } from './loop-state.js';
import type { Reporter } from './reporter.js';
import type { FullSpec } from './spec.rules.js';
import { TrainingError } from './training.errors.js';
import type { Validation } from './validation.js';

const POINT_EVERY_STEPS = 10;
const PROGRESS_EVERY_MS = 1000;
const QUEUE_EVERY_MS = 5000;

/** Everything a run works with; `state` is changed in place. */
export interface RunParts {
  spec: FullSpec;
  engine: ComputeEngine;
  queue: InputQueue;
  validation: Validation;
  folder: CheckpointFolder;
  reporter: Reporter;
  identity: CheckpointIdentity;
  state: LoopState;
  now: () => number;
}

/** The loop itself: batch, step, points, looks, checkpoints, until the end, an early stop, or a signal. */
export class TrainingRun {
  private readonly parts: RunParts;
  private readonly startedAt: number;
  private readonly firstStep: number;
  private saving: Promise<void> = Promise.resolve();
  private lastProgressAt = 0;
  private windowStartedAt: number;

  constructor(parts: RunParts) {
    this.parts = parts;
    this.startedAt = parts.now();
    this.windowStartedAt = this.startedAt;
    this.firstStep = parts.state.step;
  }

  /** Time of this process in the loop. */
  get seconds(): number {
    return (this.parts.now() - this.startedAt) / 1000;
  }

  get imagesPerSecond(): number {
    const rows = (this.parts.state.step - this.firstStep) * this.parts.spec.batchSize;
    return this.seconds > 0 ? rows / this.seconds : 0;
  }

  /** True when the training is complete, false when the signal stopped it (a checkpoint is then in place). */
  async toEnd(signal: AbortSignal): Promise<boolean> {
    const { spec, state, queue, reporter } = this.parts;
    const sampler = setInterval(() => reporter.queue(state.step, queue.sample()), QUEUE_EVERY_MS);
    try {
      while (state.step < spec.steps && !state.stoppedEarly) {
        if (signal.aborted) {
          await this.save();
          await this.saving;
          return false;
        }
        await this.oneStep();
      }
      await this.saving;
      if (state.looks === 0) await this.look();
      reporter.queue(state.step, queue.sample());
      return true;
    } finally {
      clearInterval(sampler);
      await this.saving.catch(() => undefined);
    }
  }

  private async oneStep(): Promise<void> {
    const { spec, state, queue, engine } = this.parts;
    const batch = await queue.take(state.step);
    const { loss, correct } = await engine.step(batch, adamRate(spec.learningRate, state.step + 1));
    queue.release();
    state.step++;
    if (!Number.isFinite(loss))
      throw new TrainingError('LOSS_NOT_FINITE', notFinite(state.step, spec.learningRate));
    const { window } = state;
    window.steps++;
    window.loss += loss;
    window.correct += correct;
    const last = state.step === spec.steps;
    if (state.step % POINT_EVERY_STEPS === 0 || last) this.point();
    if (state.step % spec.evaluateEverySteps === 0 || last) await this.look();
    if (state.step % spec.checkpointEverySteps === 0 || last || state.stoppedEarly) await this.save();
    this.progress(last);
  }

  private point(): void {
    const { spec, state, reporter, now } = this.parts;
    const { steps, loss, correct } = state.window;
    const rows = steps * spec.batchSize;
    const elapsed = now() - this.windowStartedAt;
    this.windowStartedAt = now();
    state.last.trainLoss = loss / steps;
    state.window = { steps: 0, loss: 0, correct: 0 };
    reporter.points(state.step, {
      'train/loss': loss / steps,
      'train/accuracy': correct / rows,
      'train/images_per_second': elapsed > 0 ? (rows * 1000) / elapsed : 0,
    });
  }

  private async look(): Promise<void> {
    const { spec, state, validation, engine, reporter } = this.parts;
    const { loss, accuracy } = await validation.look(engine);
    state.looks++;
    state.last.validationLoss = loss;
    state.last.validationAccuracy = accuracy;
    Object.assign(state, lookAgain(state, loss, spec.earlyStop));
    reporter.points(state.step, { 'val/loss': loss, 'val/accuracy': accuracy });
    if (state.stoppedEarly)
      reporter.log(`Stopped after step ${state.step}: the smoothed validation loss no longer falls.`);
  }

  /** Copies the state now and writes it while the training goes on; one write at a time, its failure ends the run. */
  private async save(): Promise<void> {
    const { engine, folder, reporter, identity, state, now } = this.parts;
    await this.saving;
    const tensors = await engine.state();
    const loop = structuredClone(state);
    const began = now();
    this.saving = folder.save({ identity, loop, tensors }).then(({ sha256, bytes }) => {
      reporter.send({ kind: 'checkpoint', step: loop.step, sha256, bytes, seconds: (now() - began) / 1000 });
    });
    // Seen at the next await of `saving`; without this the process would end on an unhandled rejection first.
    this.saving.catch(() => undefined);
  }

  private progress(force: boolean): void {
    const { spec, state, reporter, now } = this.parts;
    if (!force && now() - this.lastProgressAt < PROGRESS_EVERY_MS) return;
    this.lastProgressAt = now();
    reporter.send({
      kind: 'progress',
      step: state.step,
      steps: spec.steps,
      imagesPerSecond: this.imagesPerSecond,
    });
  }
}

function notFinite(step: number, learningRate: number): string {
  return `The loss of step ${step} is not a number: the training has diverged; a learning rate below ${learningRate} may help.`;
}
