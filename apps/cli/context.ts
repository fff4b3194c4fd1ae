import { Api } from './api.js';
import { OfflineQueue } from './offline-queue.js';
import { queueFile, readSettings } from './settings.js';
import type { Terminal } from './terminal.js';

/** What every command works with. */
export interface Context {
  env: NodeJS.ProcessEnv;
  terminal: Terminal;
  queue: OfflineQueue;
  /** The server as the settings and --url and --token name it. */
  api(): Api;
}

/** Binds terminal and environment; the settings are read when a command first asks. */
export const createContext = (
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  flags: () => { url?: string; token?: string },
): Context => ({
  env,
  terminal,
  queue: new OfflineQueue(queueFile(env)),
  api: () => {
    const { url, token } = flags();
    const settings = readSettings(env);
    return new Api({
      ...settings,
      ...(url ? { url: url.replace(/\/+$/, '') } : {}),
      ...(token ? { token } : {}),
    });
  },
});
