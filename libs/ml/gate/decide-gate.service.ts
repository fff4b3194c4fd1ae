import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Tx } from '#platform';
import type { Evaluation } from '../model/evaluation.entity.js';
import { ModelRepository } from '../model/model.repository.js';
import type { ModelVersion } from '../model/model-version.entity.js';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import type { PipelineRun } from '../run/run.entity.js';
import { StepFailure } from '../run/run.errors.js';
import { RunRepository } from '../run/run.repository.js';
import { classOutcomes, compare } from './comparison.rules.js';
import { judgeGate } from './gate.rules.js';
import type { GateDecision } from './gate-decision.entity.js';

/** Judges a run's model against the champion on the answers that EVALUATE stored. */
@Injectable()
export class DecideGate {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: ModelRepository,
    private readonly runs: RunRepository,
    private readonly clock: Clock,
  ) {}

  /** Makes the decision without writing it; a validation set that differs between the two fails the run. */
  async decide(run: PipelineRun, pipeline: Pipeline): Promise<GateDecision> {
    const { read } = this.transactions;
    const { artefacts } = await this.runs.step(read, run.id, 'EVALUATE');
    const { championId, nearestNeighbourRight } = artefacts as {
      championId: string | null;
      nearestNeighbourRight: number;
    };
    const version = await this.models.byRun(read, run.id);
    if (!version) throw new StepFailure('UNKNOWN', 'the candidate was never registered');
    const candidate = await this.answers(version.id, version.validationDigest);
    const champion = championId === null ? null : await this.answers(championId, version.validationDigest);
    const parent = championId === null ? null : await this.models.byId(read, championId);
    const before = await this.models.looks(read, pipeline.id, version.validationDigest);
    const newData = parent === null || parent.dataDigest !== version.dataDigest;
    return this.judged(version, pipeline, {
      candidate,
      champion,
      championId,
      nearestNeighbourRight,
      before,
      newData,
    });
  }

  /** Keeps the decision; a second one about the same version is never made. */
  async keep(tx: Tx, decision: GateDecision): Promise<void> {
    if (await this.models.decision(tx, decision.modelVersionId)) return;
    await this.models.insertDecision(tx, decision);
  }

  private async answers(modelVersionId: string, validationDigest: string): Promise<Evaluation> {
    const found = await this.models.evaluation(this.transactions.read, modelVersionId, validationDigest);
    if (!found) throw new StepFailure('READER_DISAGREE', 'a model was not evaluated on this validation set');
    return found;
  }

  private judged(version: ModelVersion, pipeline: Pipeline, given: Given): GateDecision {
    const { candidate, champion, championId, nearestNeighbourRight, before, newData } = given;
    const counts = compare(candidate.predictions, champion?.predictions ?? null);
    const classes = classOutcomes(candidate.predictions, version.classNames);
    const looks = before + 1;
    const { candidateOnlyRight: candidateOnly, championOnlyRight: championOnly } = counts;
    const majorityRight = classes.reduce((most, one) => Math.max(most, one.n), 0);
    const judgement = judgeGate(
      {
        n: candidate.n,
        candidateRight: candidate.correct,
        paired: champion ? { candidateOnly, championOnly } : null,
        looks,
        newData,
        classes,
        majorityRight,
        nearestNeighbourRight,
      },
      pipeline.gate,
    );
    const { outcome, wilson, pValue, alpha, lossBound, advice, reasons } = judgement;
    return {
      modelVersionId: version.id,
      pipelineId: pipeline.id,
      championId,
      validationDigest: version.validationDigest,
      outcome,
      n: candidate.n,
      correct: candidate.correct,
      ...counts,
      looks,
      newData,
      wilsonLow: wilson.low,
      wilsonHigh: wilson.high,
      pValue,
      alpha,
      lossBound,
      majorityRight,
      nearestNeighbourRight,
      classes,
      advice,
      reasons,
      settings: pipeline.gate,
      decidedAt: this.clock.now(),
    };
  }
}

interface Given {
  candidate: Evaluation;
  champion: Evaluation | null;
  championId: string | null;
  nearestNeighbourRight: number;
  before: number;
  newData: boolean;
}
