import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { FolderInUse } from './folder-lock.js';
import { withClient } from './readiness.js';
import { type RunningPostgres, startPostgres } from './start-postgres.js';

// The programs are copied once for all test runs; only the cluster is made anew.
const binariesDir = join(import.meta.dirname, '..', '..', '..', '.untoil', 'test');
const parent = mkdtempSync(join(tmpdir(), 'untoil-pg-'));
chmodSync(parent, 0o755);
const running: RunningPostgres[] = [];

async function start(dataDir: string): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, binariesDir, settings: { fsync: 'off' } });
  running.push(server);
  return server;
}

const count = (server: RunningPostgres): Promise<unknown> =>
  withClient(
    server.url,
    async (client) => (await client.query('select count(*)::int as n from kept')).rows[0].n,
  );

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop('immediate');
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('startPostgres', () => {
  const dataDir = join(parent, 'data');

  it('creates a database that answers on loopback only, to its password only', async () => {
    const server = await start(dataDir);
    const settings = await withClient(server.url, async (client) => {
      await client.query('create table kept (id int)');
      await client.query('insert into kept values (1), (2)');
      const { rows } = await client.query(
        `select current_setting('listen_addresses') as host, current_setting('unix_socket_directories') as sockets,
                current_setting('server_encoding') as encoding, current_database() as name`,
      );
      return rows[0];
    });
    expect(settings).toEqual({ host: '127.0.0.1', sockets: '', encoding: 'UTF8', name: 'untoil' });
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(withClient(wrong.href, async () => undefined)).rejects.toThrow(/password/);
  });

  it('leaves its password readable by the owner alone, and no other file of it', () => {
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.pw'))).toEqual([]);
  });

  it('refuses a folder that somebody runs, and takes it when he has stopped', async () => {
    const server = await start(dataDir);
    await expect(start(dataDir)).rejects.toThrow(FolderInUse);
    await server.stop();
    expect(await count(await start(dataDir))).toBe(2);
  });

  it('recovers after the server was killed, on the same port', async () => {
    const killed = await start(dataDir);
    process.kill(killed.pid, 'SIGKILL');
    await killed.exited;
    const server = await startPostgres({ dataDir, binariesDir, port: killed.port });
    running.push(server);
    expect(server.url).toBe(killed.url);
    expect(await count(server)).toBe(2);
  });

  it('starts over a pid file whose number now belongs to somebody else', async () => {
    writeFileSync(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${process.pid}\n${join(dataDir, 'cluster')}\n`,
    );
    expect(await count(await start(dataDir))).toBe(2);
  });

  it('takes over the lock of a process that is gone', async () => {
    writeFileSync(join(dataDir, 'lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
    expect(await count(await start(dataDir))).toBe(2);
  });

  it('makes a cluster anew that was killed while it was made', async () => {
    const folder = join(parent, 'half');
    mkdirSync(join(folder, 'cluster.new', 'base'), { recursive: true });
    const server = await start(folder);
    expect(existsSync(join(folder, 'cluster.new'))).toBe(false);
    expect(
      await withClient(server.url, async (client) => (await client.query('select 1 as n')).rows),
    ).toEqual([{ n: 1 }]);
  });

  it.runIf(process.getuid?.() === 0)('runs below a folder that only root may enter', async () => {
    const closed = join(parent, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const server = await start(join(closed, 'data'));
    expect(
      await withClient(server.url, async (client) => (await client.query('select 1 as n')).rows),
    ).toEqual([{ n: 1 }]);
  });
});
