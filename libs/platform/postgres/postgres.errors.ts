/** The embedded database could not be started; the message says why and what to do. */
export class PostgresStartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'PostgresStartError';
  }
}
