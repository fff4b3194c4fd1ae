import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where native tests look for engine folders: UNTOIL_TEST_ENGINES, else the default data folder's. */
export function enginesFolder(): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  return process.env.UNTOIL_TEST_ENGINES ?? join(root, '.untoil', 'engines');
}
