import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBeside, compile } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { Child } from './child.mjs';
import { claim } from './claim.mjs';
import { Database } from './database.mjs';
import { StartFailure } from './failure.mjs';
import { Log } from './log.mjs';
import { migrateUp } from './migrate.mjs';
import { watchParent } from './parent.mjs';
import { endPastLife, forgetRunning, noteRunning } from './past-life.mjs';
import { choosePort } from './port.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

const readConfiguration = async () => (await load('libs/platform/config/config.js')).loadConfig(process.env);

const SAME_SIGNAL_MS = 1000;

function childEnvironment(config, databaseUrl, port) {
  const { DATABASE_URL_FILE: _file, PORT_FILE: _port, ...rest } = process.env;
  // Without it GraphQL checks for every value that its type comes from the same copy of the library.
  const mode = { NODE_ENV: process.env.NODE_ENV ?? 'production' };
  return { ...rest, ...mode, DATABASE_URL: databaseUrl, PORT: String(port), UNTOIL_DATA_DIR: config.dataDir };
}

/**
 * Runs database, API and worker until told to stop, and starts again whichever of them dies. Resolves with the exit
 * code after everything has stopped in order. onReady is called once, with the address and the API's own message.
 */
export async function supervise({ onReady, pages = true }) {
  const stopping = new AbortController();
  const beside = buildBeside({ pages });
  await compile();
  const config = await readConfiguration();
  const postgres = await load('libs/platform/postgres/index.js');
  const release = claim(postgres, config.dataDir);
  const log = new Log(join(config.dataDir, 'logs'));
  const parts = { database: null, api: null, worker: null };
  let address = null;

  const note = () => {
    const children = [parts.api, parts.worker, parts.database]
      .filter((part) => part?.pid)
      .map((part) => ({ name: part.name ?? 'database', ...postgres.identify(part.pid) }));
    noteRunning(config.dataDir, { supervisor: postgres.identify(process.pid), url: address, children });
  };
  const stopAll = async () => {
    await parts.api?.stop();
    await parts.worker?.stop();
    await parts.database?.stop();
    forgetRunning(config.dataDir);
    release();
  };
  let stoppedAt = 0;
  const onSignal = (signal) => {
    if (stopping.signal.aborted) {
      // One Ctrl-C may arrive twice (from the terminal and handed on by the parent); the second one comes later.
      if (Date.now() - stoppedAt < SAME_SIGNAL_MS) return;
      parts.api?.kill();
      parts.worker?.kill();
      return;
    }
    stoppedAt = Date.now();
    log.say(`Stopping (${signal}) ...`);
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal(signal));
  watchParent(() => stopping.signal.aborted || onSignal('the process that started it is gone'));

  try {
    await endPastLife(config.dataDir, postgres.isAlive, (text) => log.say(text));
    const port = await choosePort(config);
    if (port === null) throw new StartFailure(`Port ${config.port} of ${config.host} is in use.`);
    address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    if (!config.databaseUrl) {
      parts.database = new Database({ postgres, dataDir: config.dataDir, log, onChange: note });
      await parts.database.start();
    }
    const databaseUrl = config.databaseUrl ?? parts.database.url;
    const env = childEnvironment(config, databaseUrl, port);
    await migrateUp(env, log);
    const webFault = await beside;
    if (webFault) log.say(`The pages could not be built; the API works without them:\n${webFault}`);
    if (stopping.signal.aborted) return 0;

    const ready = new Map();
    const announce = (name) => (message) => {
      if (ready.size === 2) return;
      ready.set(name, message);
      if (ready.size === 2) onReady({ address, config, api: ready.get('api'), restart });
    };
    const restart = () => {
      parts.api.bounce();
      parts.worker.bounce();
    };
    let hopeless = null;
    const onHopeless = (message) => {
      hopeless ??= message;
      stopping.abort();
    };
    const common = { env, log, onChange: note, onHopeless };
    parts.api = new Child({
      ...common,
      name: 'api',
      script: 'apps/api/main.js',
      graceMs: 10_000,
      onReady: announce('api'),
    });
    parts.worker = new Child({
      ...common,
      name: 'worker',
      script: 'apps/worker/main.js',
      graceMs: 20_000,
      onReady: announce('worker'),
    });
    parts.api.start();
    parts.worker.start();
    if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
    if (hopeless) throw new StartFailure(hopeless);
    return 0;
  } finally {
    stopping.abort();
    await stopAll();
  }
}
