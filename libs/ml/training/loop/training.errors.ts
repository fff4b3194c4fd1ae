import type { TrainingFailure } from '../../engine/contract.js';

/** A training cannot go on; carries the code and the one sentence that a run shows as its cause. */
export class TrainingError extends Error {
  readonly code: TrainingFailure['code'];
  readonly detail: string | null;

  constructor(code: TrainingFailure['code'], sentence: string, detail: string | null = null) {
    super(sentence);
    this.name = 'TrainingError';
    this.code = code;
    this.detail = detail;
  }
}

/** Any thrown thing as a failure: known causes keep their code, full disks and lost memory are named, the rest is UNKNOWN. */
export function failureOf(error: unknown): TrainingFailure {
  if (error instanceof TrainingError)
    return { code: error.code, sentence: error.message, detail: error.detail };
  const { message, stack, code } = error as { message?: string; stack?: string; code?: string };
  const sentence = message ?? String(error);
  if (code && RESOURCES[code])
    return { code: 'RESOURCE', sentence: `${RESOURCES[code]} (${sentence})`, detail: stack ?? null };
  return { code: 'UNKNOWN', sentence, detail: stack ?? null };
}

const RESOURCES: Record<string, string> = {
  ENOSPC: 'The disk is full.',
  EMFILE: 'Too many files are open.',
  EACCES: 'A file may not be read or written.',
  EIO: 'The disk or a network mount fails.',
  ESTALE: 'A network mount has gone.',
  ERR_WORKER_OUT_OF_MEMORY: 'A computing thread ran out of memory.',
};
