import type { ErrorCode } from './error-code.js';

/** An expected "no": thrown inside a use case, it rolls the transaction back and reaches the caller as a userError. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Where in the arguments the fault lies, e.g. ["input", "weeklyHours"]. */
    readonly path: string[],
    /** What the code needs to be acted on, e.g. the current version of a conflict. */
    readonly details?: object,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Several refusals at once, so that one bad field never hides the others. */
export class Refusals extends Error {
  constructor(readonly list: Refusal[]) {
    super(list.map((refusal) => refusal.message).join('; '));
    this.name = 'Refusals';
  }
}

/** Throws what was collected: nothing, one refusal, or all of them together. */
export function refuseIfAny(list: Refusal[]): void {
  const first = list[0];
  if (first && list.length === 1) throw first;
  if (first) throw new Refusals(list);
}

/** The refusals that an error carries; throws it on when it is none. */
export function refusalsOf(error: unknown): Refusal[] {
  if (error instanceof Refusals) return error.list;
  if (error instanceof Refusal) return [error];
  throw error;
}
