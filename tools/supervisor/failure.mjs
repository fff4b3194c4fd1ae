/** A reason to end that the user can do something about; shown without a stack. */
export class StartFailure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

// By name: the launcher's error comes from the compiled code and is another class after each build.
const TOLD = new Set(['StartFailure', 'PostgresStartError', 'BackupRefused', 'ConfigurationError']);

/** The exit code of something that may fail with a reason, which is told. */
export async function endWith(work) {
  try {
    return await work;
  } catch (error) {
    process.stderr.write(`${TOLD.has(error.constructor.name) ? error.message : (error.stack ?? error)}\n`);
    return error.exitCode ?? (error.faults ? 78 : 1);
  }
}
