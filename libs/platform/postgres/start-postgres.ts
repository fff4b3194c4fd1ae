import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, provideBinaries } from './binaries.js';
import { ensureCluster, ROLE, readPassword, type Standpoint, standpointOf } from './cluster.js';
import { lockFolder } from './folder-lock.js';
import { guardServer } from './guard.js';
import { endLeftovers } from './leftovers.js';
import { PostgresStartError } from './postgres.errors.js';
import { becomesReady, withClient } from './readiness.js';
import { CHILD_ENVIRONMENT, chooseRunAs, type RunAs } from './run-as.js';

/** What the launcher needs to know. */
export interface PostgresOptions {
  /** Folder of this database alone: programs, cluster and password lie in it. */
  dataDir: string;
  /** Takes each line that the server prints. */
  log?: (line: string) => void;
  /** Left out: any free one. */
  port?: number;
  /** Server settings beside ours, such as { fsync: 'off' } in tests. */
  settings?: Record<string, string>;
  /** Where the programs are copied to; left out: into dataDir. */
  binariesDir?: string;
}

/** How a server stops: wait for clients, cut them, or stop at once and recover at the next start. */
export type StopMode = 'smart' | 'fast' | 'immediate';

/** A server that answers. */
export interface RunningPostgres {
  /** With role and password, to the database "untoil". */
  url: string;
  port: number;
  pid: number;
  version: string;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<void>;
  stop(mode?: StopMode): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const ATTEMPTS = 5;
const SIGNALS = { smart: 'SIGTERM', fast: 'SIGINT', immediate: 'SIGQUIT' } as const;
const OURS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** One life of the server process; `said` keeps its last lines for the error message. */
function launch(
  binaries: Binaries,
  at: Standpoint,
  runAs: RunAs,
  settings: Record<string, string>,
  log: (line: string) => void,
) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child: ChildProcess = spawn(binaries.postgres, ['-D', at.path, ...flags], {
    ...runAs,
    cwd: at.cwd,
    env: CHILD_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C in the terminal must not stop the database before its clients.
    detached: true,
  });
  const said: string[] = [];
  const exited = new Promise<void>((done) => {
    child.once('error', (error) => {
      said.push(error.message);
      done();
    });
    child.once('exit', () => done());
  });
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (said.length > 5) said.shift();
      log(line);
    });
  }
  const hasExited = (): boolean =>
    child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return { child, exited, hasExited, said };
}

async function stopProcess(life: ReturnType<typeof launch>, mode: StopMode): Promise<void> {
  for (const [signal, patienceMs] of [
    [SIGNALS[mode], 20_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    if (life.hasExited()) return;
    life.child.kill(signal);
    const timer = new AbortController();
    await Promise.race([
      life.exited,
      pause(patienceMs, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
  }
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  });
}

/**
 * Starts the embedded PostgreSQL of one folder, creating it at first, and resolves when it answers. Loopback only,
 * no socket file, password always. Recovers from any kill of an earlier life; throws FolderInUse while another
 * process runs it, PostgresStartError with the server's last words otherwise.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const folder = resolve(options.dataDir);
  const log = options.log ?? (() => undefined);
  const runAs = chooseRunAs(join(folder, 'cluster'));
  mkdirSync(folder, { recursive: true });
  // Passable for the database's own user, who finds nothing to read in it but what is his.
  chmodSync(folder, runAs ? 0o711 : 0o700);
  const release = lockFolder(join(folder, 'lock'));
  try {
    const binaries = provideBinaries(options.binariesDir ?? folder, runAs);
    const cluster = ensureCluster(folder, binaries, runAs);
    await endLeftovers(cluster, log);
    const at = standpointOf(cluster, runAs);
    const password = readPassword(folder);
    let lastWords = 'it said nothing';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const port = options.port ?? (await freePort());
      const urlOf = (name: string): string => `postgres://${ROLE}:${password}@127.0.0.1:${port}/${name}`;
      const life = launch(binaries, at, runAs, { ...OURS, ...options.settings, port: String(port) }, log);
      if (await becomesReady(urlOf('postgres'), binaries, at, runAs, life.hasExited, READY_WITHIN_MS)) {
        await ensureDatabase(urlOf('postgres'), ROLE);
        const unguard = guardServer(life.child.pid ?? 0, runAs);
        const exited = life.exited.then(() => {
          unguard();
          release();
        });
        const stop = async (mode: StopMode = 'fast'): Promise<void> => {
          await stopProcess(life, mode);
          await exited;
        };
        return { url: urlOf(ROLE), port, pid: life.child.pid ?? 0, version: binaries.version, exited, stop };
      }
      await stopProcess(life, 'immediate');
      lastWords = life.said.join(' / ') || lastWords;
      log(`the database did not come up (attempt ${attempt} of ${ATTEMPTS}): ${lastWords}`);
      await pause(200 * 2 ** attempt);
    }
    throw new PostgresStartError(`PostgreSQL in ${folder} did not start: ${lastWords}`);
  } catch (error) {
    release();
    throw error;
  }
}
