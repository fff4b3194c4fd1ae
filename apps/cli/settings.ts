import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where the server is and as whom to ask it. */
export interface Settings {
  url: string;
  token: string | null;
  person: string | null;
}

type Env = NodeJS.ProcessEnv;

/** The file that `untoil login` writes; readable by its owner only. */
export const settingsFile = (env: Env): string =>
  env.UNTOIL_CLI_CONFIG ?? join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'untoil', 'cli.json');

/** The file of entries that wait for the server. */
export const queueFile = (env: Env): string =>
  env.UNTOIL_CLI_QUEUE ??
  join(env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'untoil', 'queue.jsonl');

/** Environment beats the file: UNTOIL_URL, UNTOIL_TOKEN, UNTOIL_PERSON. */
export const readSettings = (env: Env): Settings => {
  let stored: Partial<Settings> = {};
  try {
    stored = JSON.parse(readFileSync(settingsFile(env), 'utf8')) as Partial<Settings>;
  } catch {
    // not signed in yet
  }
  return {
    url: (env.UNTOIL_URL ?? stored.url ?? 'http://127.0.0.1:8080').replace(/\/+$/, ''),
    token: env.UNTOIL_TOKEN ?? stored.token ?? null,
    person: env.UNTOIL_PERSON ?? stored.person ?? null,
  };
};

/** Keeps the settings for the next command. */
export const writeSettings = (env: Env, settings: Settings): string => {
  const file = settingsFile(env);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  return file;
};
