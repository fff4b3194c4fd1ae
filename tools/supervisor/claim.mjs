import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './failure.mjs';

/** Takes the data folder for this process alone; answers how to give it back. */
export function claim(postgres, dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
    return postgres.lockFolder(join(dataDir, 'lock'));
  } catch (error) {
    if (!(error instanceof postgres.FolderInUse)) {
      throw new StartFailure(`The data folder ${dataDir} cannot be used: ${error.message}`);
    }
    throw new StartFailure(
      `Untoil already runs on ${dataDir} (process ${error.owner.pid}). Stop it, or choose another UNTOIL_DATA_DIR.`,
    );
  }
}
