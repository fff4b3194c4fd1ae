import { Injectable } from '@nestjs/common';
import { type Handles, JobHandler, type JobOutcome, type PayloadOf, type RunningJob } from '#platform';
import { DecideGate } from '../../gate/decide-gate.service.js';
import { isPassed } from '../../gate/gate.rules.js';
import { runGate } from '../run.jobs.js';
import type { StepResult } from '../step-closer.js';
import type { StepScene } from '../step-opener.js';
import { StepRunner } from '../step-runner.js';

/** GATE: judges the candidate on the stored answers. A verdict against it ends the run well, with DEPLOY skipped. */
@Injectable()
@JobHandler(runGate)
export class GateHandler implements Handles<typeof runGate> {
  constructor(
    private readonly steps: StepRunner,
    private readonly gate: DecideGate,
  ) {}

  handle({ runId }: PayloadOf<typeof runGate>, job: RunningJob): Promise<JobOutcome> {
    return this.steps.run('GATE', runId, job, (scene) => this.judge(scene));
  }

  private async judge({ run, pipeline }: StepScene): Promise<StepResult> {
    const decision = await this.gate.decide(run, pipeline);
    const { outcome, reasons, advice } = decision;
    const detail = `${outcome}: ${reasons[0]}`;
    return {
      detail,
      artefacts: { outcome },
      write: async (tx) => {
        await this.gate.keep(tx, decision);
        return {};
      },
      ...(isPassed(outcome)
        ? {}
        : {
            ends: {
              as: 'SUCCEEDED' as const,
              note: `not deployed: ${outcome}${advice ? `. ${advice}` : ''}`,
            },
          }),
    };
  }
}
