import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import type { Standpoint } from './cluster.js';
import { CHILD_ENVIRONMENT, type RunAs } from './run-as.js';

const LONGEST_DELAY_MS = 250;

/** Connects once with the given URL and runs the work; the connection is closed in any case. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // Without a listener a connection that breaks while idle would end the whole process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => (await client.query('select 1')).rowCount === 1);
  } catch {
    return false;
  }
}

/** Whether the server both answers a connection and is the one of this cluster; either alone has been wrong. */
export async function becomesReady(
  url: string,
  binaries: Binaries,
  at: Standpoint,
  runAs: RunAs,
  hasExited: () => boolean,
  withinMs: number,
): Promise<boolean> {
  // Often at first, when it comes up at once; less often while it recovers, where each question costs it a process.
  let delay = 20;
  for (const until = Date.now() + withinMs; Date.now() < until && !hasExited(); await pause(delay)) {
    delay = Math.min(LONGEST_DELAY_MS, delay * 1.5);
    if (!(await answers(url))) continue;
    const status = spawnSync(binaries.pgCtl, ['status', '-D', at.path], {
      ...runAs,
      cwd: at.cwd,
      env: CHILD_ENVIRONMENT,
      stdio: 'ignore',
    });
    if (status.status === 0) return true;
  }
  return false;
}
