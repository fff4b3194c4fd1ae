import { Injectable } from '@nestjs/common';
import { SAMPLE, type SampleFrame, Sequence, type Tx } from '#platform';
import { Automations } from '../automation/automations.js';
import { SavedCandidates } from '../automation/saved-candidates.js';
import { SavingsLedger } from '../automation/savings-ledger.js';
import { SampleCalendar } from './sample-calendar.rules.js';
import { AUTOMATED_SINCE, CERT_BOT, DOOR, RETRAIN, SAMPLE_CANDIDATES } from './sample-story.rules.js';

const SEED_OF_RUNS = 8;
const RUNS_A_WEEK = 3;

/** What was automated and what might be. */
@Injectable()
export class SampleAutomation {
  constructor(
    private readonly automations: Automations,
    private readonly ledger: SavingsLedger,
    private readonly candidates: SavedCandidates,
  ) {}

  async write(tx: Tx, { monday, startedAt }: SampleFrame): Promise<void> {
    const calendar = new SampleCalendar(monday);
    const random = new Sequence(SEED_OF_RUNS);
    await this.automations.register(tx, SAMPLE, CERT_BOT);
    for (let run = 0; run < (1 - AUTOMATED_SINCE) * RUNS_A_WEEK; run++) {
      const week = AUTOMATED_SINCE + Math.floor(run / RUNS_A_WEEK);
      const at = calendar.instant(week, (run % RUNS_A_WEEK) * 2, 8 * 60);
      if (at > startedAt) break;
      await this.ledger.record(tx, SAMPLE, {
        automation: CERT_BOT.key,
        runId: `demo-run-${run}`,
        succeeded: random.chance(0.92),
        at,
      });
    }
    for (const candidate of SAMPLE_CANDIDATES) await this.candidates.save(tx, SAMPLE, candidate);
  }

  /** The pipelines are automations too, with the baseline that the log tells. */
  async register(tx: Tx, pipelines: readonly string[]): Promise<void> {
    for (const key of pipelines)
      await this.automations.register(tx, SAMPLE, { key, service: DOOR, taskType: RETRAIN });
  }
}
