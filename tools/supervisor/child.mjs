import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../install.mjs';

const LEASH = pathToFileURL(join(ROOT, 'tools', 'supervisor', 'leash.mjs')).href;
// The first restart comes at once (somebody waits for it); one that does not come up is tried more and more slowly.
const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 15_000;
// What never came up once has a fault that no restart mends.
const FIRST_ATTEMPTS = 3;

/** One process that is kept running: started again whenever it ends without being asked to. */
export class Child {
  #process = null;
  #stop = new AbortController();
  #failures = 0;
  #wasReady = false;
  #bounced = false;
  #ended = Promise.resolve();

  /** spec: name, script (below dist/), env, graceMs, log; onChange is called at each start, onReady with its message. */
  constructor(spec) {
    this.spec = spec;
  }

  get pid() {
    return this.#process?.pid ?? null;
  }

  get name() {
    return this.spec.name;
  }

  start() {
    const { name, script, env, log } = this.spec;
    let cameUp = false;
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', '--import', LEASH, join(ROOT, 'dist', script)],
      // Its own process group: Ctrl-C reaches the supervisor alone, which stops its children in order.
      { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
    );
    this.#process = child;
    log.attach(name, child);
    this.spec.onChange?.(this);
    child.on('message', (message) => {
      if (!message?.ready) return;
      this.#wasReady = true;
      cameUp = true;
      this.spec.onReady?.(message);
    });
    this.#ended = new Promise((done) => {
      child.once('error', (error) => log.say(`${name} does not start: ${error.message}`));
      // Not "close": a grandchild may hold the pipes open after its parent was killed.
      child.once('exit', (code, signal) => {
        this.#process = null;
        done();
        if (!this.#stop.signal.aborted) this.#restart(code, signal, cameUp);
      });
    });
  }

  async #restart(code, signal, cameUp) {
    const { name, log } = this.spec;
    this.#failures = cameUp ? 1 : this.#failures + 1;
    if (!this.#wasReady && this.#failures >= FIRST_ATTEMPTS) {
      this.spec.onHopeless?.(`${name} does not start, see above and ${log.folder}`);
      return;
    }
    if (this.#bounced) this.#failures = 0;
    else log.say(`${name} ended (${signal ?? `exit ${code}`}), starting it again`);
    this.#bounced = false;
    const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 3 ** Math.max(0, this.#failures - 1));
    await pause(delay, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    if (!this.#stop.signal.aborted) this.start();
  }

  /** Asks it to stop and waits; after its grace time it is killed. */
  async stop() {
    this.#stop.abort();
    const child = this.#process;
    if (!child) return;
    child.kill('SIGTERM');
    const patience = new AbortController();
    const late = pause(this.spec.graceMs, true, { signal: patience.signal }).catch(() => false);
    if (await Promise.race([this.#ended, late])) {
      this.spec.log.say(`${this.name} did not stop within ${this.spec.graceMs / 1000} s and is killed`);
      child.kill('SIGKILL');
      await this.#ended;
    }
    patience.abort();
  }

  /** Stops it so that it comes back with new code. */
  bounce() {
    this.#bounced = true;
    this.#process?.kill('SIGTERM');
  }

  /** Without any grace; for the second Ctrl-C. */
  kill() {
    this.#stop.abort();
    this.#process?.kill('SIGKILL');
  }
}
