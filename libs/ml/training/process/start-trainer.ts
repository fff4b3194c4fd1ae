import { type ChildProcess, fork } from 'node:child_process';
import type {
  RunningTraining,
  TrainingEvent,
  TrainingFailure,
  TrainingHooks,
  TrainingOrder,
  TrainingOutcome,
} from '../../engine/contract.js';
import { Trainer } from '../../engine/contract.js';
import { entryPoint } from '../entry-point.js';
import type { TrainerMessage } from '../trainer.js';

/** A training process beats every second; silence this long means that it hangs (the gradient check alone may keep a loaded machine silent for some 20 s). */
const SILENCE_MS = 120_000;
const CANCEL_GRACE_MS = 20_000;
const KEPT_STDERR = 4000;

/** Starts a training in a child process of its own and watches over it; this process never loads TensorFlow. */
export function startTrainer(order: TrainingOrder, hooks: TrainingHooks = {}): RunningTraining {
  const { url, execArgv } = entryPoint('../trainer', import.meta.url);
  const child = fork(url, {
    execArgv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const outcome = watch(child, hooks);
  const tell = (message: TrainerMessage): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  tell({ kind: 'start', order });
  const cancel = async (graceMs = CANCEL_GRACE_MS): Promise<TrainingOutcome> => {
    tell({ kind: 'cancel' });
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    return outcome.finally(() => clearTimeout(timer));
  };
  if (hooks.signal?.aborted) void cancel();
  const onAbort = (): void => void cancel();
  hooks.signal?.addEventListener('abort', onAbort, { once: true });
  void outcome.finally(() => hooks.signal?.removeEventListener('abort', onAbort));
  return { pid: child.pid ?? -1, outcome, cancel };
}

/** The port's implementation. */
export class ForkedTrainer extends Trainer {
  start(order: TrainingOrder, hooks?: TrainingHooks): RunningTraining {
    return startTrainer(order, hooks);
  }
}

function watch(child: ChildProcess, hooks: TrainingHooks): Promise<TrainingOutcome> {
  return new Promise((resolve) => {
    let ended: TrainingOutcome | null = null;
    let stderr = '';
    let stalled = false;
    const silence = setTimeout(() => {
      stalled = true;
      child.kill('SIGKILL');
    }, SILENCE_MS);
    child.stderr?.on('data', (text: Buffer) => {
      stderr = (stderr + text.toString()).slice(-KEPT_STDERR);
    });
    child.on('message', (event: TrainingEvent) => {
      silence.refresh();
      ended ??= outcomeOf(event);
      hooks.onEvent?.(event);
    });
    const end = (fallback: TrainingFailure): void => {
      clearTimeout(silence);
      if (!ended) hooks.onEvent?.({ kind: 'failed', failure: fallback });
      resolve(ended ?? { status: 'failed', failure: fallback });
    };
    child.once('error', (error) =>
      end(death(`The training process does not start: ${error.message}.`, stderr)),
    );
    child.once('close', (code, signal) => {
      if (stalled)
        end({
          code: 'STALLED',
          sentence: 'The training process was silent for two minutes and was stopped.',
          detail: stderr || null,
        });
      else if (signal === 'SIGKILL' || code === 137)
        end(death('The training process was killed; the system may be short of memory.', stderr));
      else
        end(
          death(
            `The training process ended by itself (${signal ?? `code ${code}`}). ${lastLine(stderr)}`.trim(),
            stderr,
          ),
        );
    });
  });
}

function outcomeOf(event: TrainingEvent): TrainingOutcome | null {
  if (event.kind === 'done') return { status: 'done', result: event.result };
  if (event.kind === 'failed') return { status: 'failed', failure: event.failure };
  if (event.kind === 'cancelled') return { status: 'cancelled', step: event.step };
  return null;
}

function death(sentence: string, stderr: string): TrainingFailure {
  return { code: 'PROCESS_DIED', sentence, detail: stderr || null };
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split('\n')
      .findLast((line) => /error/i.test(line)) ?? ''
  );
}
