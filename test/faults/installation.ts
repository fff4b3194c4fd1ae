import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** How often a kill is repeated: a few times in "npm test", as often as promised in "npm run test:faults". */
export const rounds = (short: number, long: number): number =>
  process.env.UNTOIL_FAULTS === 'long' ? long : short;

/** Polls until the answer is true or a value; fails with the description after the patience. */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  patienceMs = 60_000,
): Promise<NonNullable<T>> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const answer = await Promise.resolve(ask()).catch(() => null);
    if (answer) return answer as NonNullable<T>;
    await new Promise((next) => setTimeout(next, 20));
  }
  throw new Error(`Waited ${patienceMs / 1000} s in vain: ${what}`);
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

export type Part = 'api' | 'worker' | 'database';

interface Running {
  supervisor: { pid: number };
  url: string;
  children: { name: Part; pid: number }[];
}

/** True while a process with this pid runs. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Running child processes of a process whose command line holds the text. */
export function childrenOf(parent: number, text: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(ppid) !== parent || state === 'Z') return false;
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
    } catch {
      return false;
    }
  });
}

/** A whole Untoil of the test's own, started as a user starts it. */
export class Installation {
  readonly token = 'a-token-for-tests-0123456789-0123456789';
  readonly dataDir = mkdtempSync(join(tmpdir(), 'untoil-faults-'));
  port = 0;
  output = '';
  process: ChildProcess | undefined;

  /** Starts and waits until it says that it is ready. */
  async start(environment: Record<string, string> = {}): Promise<void> {
    this.port ||= await freePort();
    await this.launch({ PORT: String(this.port), ...environment });
    const process = this.process;
    await until('the start', () => {
      if (process?.exitCode !== null) throw new Error(this.output);
      return /is ready at/.test(this.output);
    });
  }

  /** Starts without waiting for anything. */
  async launch(environment: Record<string, string | undefined>): Promise<void> {
    this.output = '';
    const child = spawn(process.execPath, ['tools/run.mjs', 'start', '--empty'], {
      cwd: ROOT,
      // The channel that the pinned Node's parent holds.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        UNTOIL_DATA_DIR: this.dataDir,
        UNTOIL_ADMIN_TOKEN: this.token,
        UNTOIL_RATE_LIMIT: '1000000',
        ...environment,
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        this.output += chunk;
      });
    }
    this.process = child;
  }

  /** Runs another command on the same data to its end. */
  async command(args: string[]): Promise<{ code: number | null; output: string }> {
    const child = spawn(process.execPath, ['tools/run.mjs', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, UNTOIL_DATA_DIR: this.dataDir },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    await once(child, 'close');
    return { code: child.exitCode, output };
  }

  /** What runs now, as the supervisor notes it. */
  running(): Running {
    return JSON.parse(readFileSync(join(this.dataDir, 'running.json'), 'utf8'));
  }

  /** Address of its own database. */
  databaseUrl(): string {
    const folder = join(this.dataDir, 'postgres');
    const port = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3];
    return `postgres://untoil:${readFileSync(join(folder, 'password'), 'utf8').trim()}@127.0.0.1:${port}/untoil`;
  }

  pidOf(part: Part): number {
    const found = this.running().children.find(({ name }) => name === part);
    if (!found) throw new Error(`no ${part} runs`);
    return found.pid;
  }

  /** kill -9 of one part; resolves when the supervisor has put a new one in its place. */
  async kill(part: Part): Promise<void> {
    const before = this.pidOf(part);
    process.kill(before, 'SIGKILL');
    await until(`a new ${part}`, () => this.pidOf(part) !== before);
  }

  /** kill -9 of everything at once, as a power cut would. */
  async killAll(): Promise<void> {
    const { supervisor, children } = this.running();
    const pids = [supervisor.pid, this.process?.pid ?? 0, ...children.map(({ pid }) => pid)];
    for (const pid of pids.filter((one) => one > 0 && runs(one))) process.kill(pid, 'SIGKILL');
    await until('the end of all', () => pids.every((pid) => !runs(pid)));
  }

  /** One GraphQL request; throws when there is no answer or the answer is an error. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(20_000),
    });
    const { data, errors } = (await answer.json()) as { data: T; errors?: { message: string }[] };
    if (errors?.length) throw new Error(errors.map(({ message }) => message).join(', '));
    return data;
  }

  /** Waits until the API answers a query that needs the database. */
  async answers(): Promise<void> {
    await until('an answer', () => this.ask('{ organization { name } }').then(() => true));
  }

  /** Stops in order and gives the exit code. */
  async stop(): Promise<number | null> {
    const child = this.process;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    return child.exitCode;
  }

  /** Stops and removes everything. */
  async remove(): Promise<void> {
    await this.stop();
    if (existsSync(join(this.dataDir, 'running.json'))) await this.killAll();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
