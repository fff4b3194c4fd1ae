/** A step that cannot succeed: the run fails with this root cause, and no retry is made. */
export class StepFailure extends Error {
  override name = 'StepFailure';

  constructor(
    /** For the machine: equal codes in a row block the automation. */
    readonly code: string,
    /** For people: the root cause in one sentence. */
    readonly sentence: string,
  ) {
    super(`${code}: ${sentence}`);
  }
}
