import type { TrainingEvent, TrainingOrder } from '../engine/contract.js';
import { type ChooseOptions, chooseEngine } from './engines/open-engine.js';
import { train } from './loop/train.js';
import { failureOf } from './loop/training.errors.js';

/** What the parent says to a training process; `choose` only tries the engines. */
export type TrainerMessage =
  | { kind: 'start'; order: TrainingOrder }
  | { kind: 'choose'; options: ChooseOptions }
  | { kind: 'cancel' };

const HEARTBEAT_MS = 1000;

const cancelled = new AbortController();

function send(event: TrainingEvent): void {
  if (process.connected) process.send?.(event);
}

async function start(order: TrainingOrder): Promise<void> {
  const beat = setInterval(() => send({ kind: 'heartbeat' }), HEARTBEAT_MS);
  const outcome = await train(order, { emit: send, signal: cancelled.signal, now: Date.now });
  clearInterval(beat);
  if (outcome.status === 'done') send({ kind: 'done', result: outcome.result });
  else if (outcome.status === 'failed') send({ kind: 'failed', failure: outcome.failure });
  else send({ kind: 'cancelled', step: outcome.step });
  // Leaves once the last message is out.
  process.disconnect?.();
}

async function choose(options: ChooseOptions): Promise<void> {
  try {
    send({ kind: 'engine', choice: await chooseEngine(options) });
  } catch (error) {
    send({ kind: 'failed', failure: failureOf(error) });
  }
  process.disconnect?.();
}

// A training whose parent is gone must stop at once: somebody else will resume it from its checkpoint.
process.on('disconnect', () => process.exit(0));
process.on('message', (message: TrainerMessage) => {
  if (message.kind === 'cancel') cancelled.abort();
  else if (message.kind === 'choose') void choose(message.options);
  else void start(message.order);
});
