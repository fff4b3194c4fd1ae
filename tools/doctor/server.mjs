import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../install.mjs';
import { readRunning } from '../supervisor/past-life.mjs';
import { isFree } from '../supervisor/port.mjs';
import { fail, ok, warn } from './finding.mjs';

async function isReady(url) {
  try {
    const answer = await fetch(`${url}/readyz?verbose`, { signal: AbortSignal.timeout(5000) });
    return answer.ok ? null : `answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`;
  } catch (error) {
    return `does not answer: ${error.cause?.message ?? error.message}`;
  }
}

/** The server of this data folder when one runs; otherwise whether its port is free. */
export async function examineServer(config) {
  const note = readRunning(config.dataDir);
  const { isAlive } = await import(pathToFileURL(join(ROOT, 'dist/libs/platform/postgres/index.js')).href);
  if (note?.url && isAlive(note.supervisor)) {
    const trouble = await isReady(note.url);
    return [trouble ? fail('server', `${note.url} ${trouble}`) : ok('server', `${note.url}, ready`)];
  }
  if (note) return [warn('server', 'was killed; the next npm start recovers by itself')];
  if (await isFree(config.port, config.host))
    return [ok('server', `not running; port ${config.port} is free`)];
  const text = `not running; port ${config.port} is in use by somebody else`;
  return [
    config.portIsFixed ? fail('server', text) : ok('server', `${text}, the next free one will be taken`),
  ];
}
