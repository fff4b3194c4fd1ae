import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, Installation, type Part, rounds, runs, until } from './installation.js';

const CREATE = `mutation ($key: String!) {
  createService(input: { key: $key, name: $key }) { service { key } userErrors { code } }
}`;
const SERVICES = '{ services(first: 100) { nodes { key } } }';

describe('npm start', () => {
  const untoil = new Installation();
  const keys: string[] = [];

  const write = async (): Promise<void> => {
    const key = `service-${keys.length}`;
    await untoil.ask(CREATE, { key });
    keys.push(key);
  };
  const kept = async (): Promise<string[]> => {
    const { services } = await untoil.ask<{ services: { nodes: { key: string }[] } }>(SERVICES);
    return services.nodes.map(({ key }) => key).sort();
  };

  beforeAll(() => untoil.start());
  afterAll(() => untoil.remove());

  it('prints its address and a setup link', () => {
    expect(untoil.output).toContain(`Untoil is ready at http://127.0.0.1:${untoil.port}\n`);
    expect(untoil.output).toMatch(/http:\/\/127\.0\.0\.1:\d+\/setup\S+/);
  });

  it('creates no sample data', async () => {
    expect(await kept()).toEqual([]);
  });

  it('refuses a second start on the same data', async () => {
    const second = new Installation();
    await second.launch({ UNTOIL_DATA_DIR: untoil.dataDir });
    await once(second.process ?? process, 'exit');
    expect(second.process?.exitCode).toBe(1);
    expect(second.output).toContain('already runs');
    await second.remove();
  });

  it.each<Part>(['api', 'worker', 'database'])(
    'starts the %s again after kill -9, and keeps what was answered',
    async (part) => {
      for (let round = 0; round < rounds(1, 50); round++) {
        await write();
        await untoil.kill(part);
        await untoil.answers();
        expect(await kept()).toEqual([...keys].sort());
      }
      await write();
    },
  );

  it('recovers after kill -9 of everything', async () => {
    for (let round = 0; round < rounds(1, 20); round++) {
      await write();
      await untoil.killAll();
      await untoil.start();
      expect(await kept()).toEqual([...keys].sort());
    }
  });

  it('leaves nothing running when the supervisor alone was killed', async () => {
    const { supervisor, children } = untoil.running();
    const pids = [supervisor.pid, ...children.map(({ pid }) => pid)];
    process.kill(supervisor.pid, 'SIGKILL');
    await until('the end of all', () => pids.every((pid) => !runs(pid)));
    await untoil.start();
    expect(await kept()).toEqual([...keys].sort());
  });

  it('stops in order when whoever started it is gone', async () => {
    const { supervisor, children } = untoil.running();
    const pids = [supervisor.pid, ...children.map(({ pid }) => pid)];
    untoil.process?.disconnect();
    await until('the end of all', () => pids.every((pid) => !runs(pid)));
    expect(existsSync(join(untoil.dataDir, 'running.json'))).toBe(false);
  });

  it('stops everything in order on SIGTERM', async () => {
    await untoil.start();
    const pids = untoil.running().children.map(({ pid }) => pid);
    expect(await untoil.stop()).toBe(0);
    expect(pids.filter(runs)).toEqual([]);
    expect(existsSync(join(untoil.dataDir, 'running.json'))).toBe(false);
  });
});

describe('npm start with settings that cannot work', () => {
  const untoil = new Installation();
  afterAll(() => untoil.remove());

  const exitCodeWith = async (environment: Record<string, string>): Promise<number | null> => {
    await untoil.launch(environment);
    await once(untoil.process ?? process, 'exit');
    return untoil.process?.exitCode ?? null;
  };

  it('ends with 78 and lists every fault at once', async () => {
    expect(
      await exitCodeWith({ PORT: 'eighty', UNTOIL_ADMIN_TOKEN: 'short', DATABASE_URL: 'mysql://x' }),
    ).toBe(78);
    for (const name of ['PORT', 'UNTOIL_ADMIN_TOKEN', 'DATABASE_URL'])
      expect(untoil.output).toContain(`- ${name}: `);
  });

  it('does not take another port than the one that was set', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    expect(await exitCodeWith({ PORT: String(port) })).toBe(1);
    expect(untoil.output).toContain(`Port ${port}`);
    other.close();
  });
});
