import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_DELAY_MS = 15_000;

/** The embedded PostgreSQL, kept running on one port so that the others' connections find it again. */
export class Database {
  #server = null;
  #stop = new AbortController();

  constructor({ postgres, dataDir, log, onChange }) {
    this.postgres = postgres;
    this.dataDir = dataDir;
    this.log = log;
    this.onChange = onChange;
  }

  get pid() {
    return this.#server?.pid ?? null;
  }

  get url() {
    return this.#server.url;
  }

  async start(port) {
    this.#server = await this.postgres.startPostgres({
      dataDir: join(this.dataDir, 'postgres'),
      port,
      log: (line) => this.#hear(line),
    });
    this.onChange();
    const { exited, port: used } = this.#server;
    exited.then(() => this.#stop.signal.aborted || this.#restart(used));
  }

  #hear(line) {
    this.log.write('postgres', line);
    if (/ PANIC: |attempt \d+ of|left by an earlier run/.test(line)) this.log.say(`database: ${line}`);
  }

  async #restart(port) {
    this.log.say('The database ended, starting it again');
    for (let delay = 100; !this.#stop.signal.aborted; delay = Math.min(LONGEST_DELAY_MS, delay * 2)) {
      try {
        await this.start(port);
        this.log.say('The database is back');
        return;
      } catch (error) {
        this.log.say(`The database does not start: ${error.message}`);
        await pause(delay, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
  }

  async stop() {
    this.#stop.abort();
    await this.#server?.stop('fast');
  }
}
