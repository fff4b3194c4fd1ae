import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Transactions } from '#platform';
import { RunRepository } from './run.repository.js';
import { RunEnding } from './run-ending.service.js';
import { hasEnded } from './run-state.rules.js';

/** Ends runs that nobody works on any more, and takes the folders of ended runs off this machine. */
@Injectable()
export class RunSweep {
  @Inject(CONFIG) private readonly config: Config;

  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly ending: RunEnding,
  ) {}

  /** A job whose worker died at every attempt leaves its run behind: it fails here, so that the next one may start. */
  async abandoned(): Promise<void> {
    for (const { runId, step } of await this.runs.abandoned(this.transactions.read)) {
      await this.transactions.run(async (tx) => {
        const run = await this.runs.lock(tx, runId);
        const still = (await this.runs.abandoned(tx)).some((one) => one.runId === runId && one.step === step);
        if (!run || hasEnded(run.status) || !still) return;
        await this.ending.fail(tx, run, step, 'PROCESS_DIED', `every worker that tried ${step} died on it.`);
      });
    }
  }

  /** Checkpoints and packed pictures are worth nothing once their run has ended: what counts is in the object store. */
  async folders(): Promise<void> {
    const folder = join(this.config.dataDir, 'runs');
    const names = await readdir(folder).catch(() => []);
    if (names.length === 0) return;
    const known = new Map((await this.runs.byIds(this.transactions.read, names)).map((run) => [run.id, run]));
    for (const name of names) {
      const run = known.get(name);
      if (run && hasEnded(run.status)) await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
