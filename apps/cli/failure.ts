/** Exit codes: scripts decide by them. */
export const EXIT = Object.freeze({ refused: 1, usage: 2, signedOut: 3, unreachable: 4 });

/** An expected end of a command with its exit code; errors are the API's refusals, if it was one. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: number = EXIT.refused,
    readonly errors: { code: string; message: string; path?: string[] }[] = [],
  ) {
    super(message);
  }
}
