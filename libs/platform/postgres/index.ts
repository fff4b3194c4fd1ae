export { FolderInUse, lockFolder } from './folder-lock.js';
export { PostgresStartError } from './postgres.errors.js';
export { identify, isAlive, type ProcessIdentity } from './process-identity.js';
export {
  type PostgresOptions,
  type RunningPostgres,
  type StopMode,
  startPostgres,
} from './start-postgres.js';
