import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Log, Transactions, type Tx } from '#platform';
import type { TrainingEvent, TrainingPoint } from '../../engine/contract.js';
import { Chronicle } from '../chronicle.js';
import { QueueWatch } from '../queue-watch.js';
import { RunRepository } from '../run.repository.js';

const FLUSH_MS = 500;

/** Opens one watch for each training. */
@Injectable()
export class TrainingWatches {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly chronicle: Chronicle,
    private readonly queues: QueueWatch,
    @Inject(LOG) private readonly log: Log,
  ) {}

  open(runId: string, pipelineId: string, fence: number): TrainingWatch {
    return new TrainingWatch({ ...this.parts, runId, pipelineId, fence });
  }

  private get parts() {
    const { transactions, runs, chronicle, queues, log } = this;
    return { transactions, runs, chronicle, queues, log };
  }
}

interface WatchParts {
  transactions: Transactions;
  runs: RunRepository;
  chronicle: Chronicle;
  queues: QueueWatch;
  log: Log;
  runId: string;
  pipelineId: string;
  fence: number;
}

/** Carries what a training process tells into the tables, a few times a second, in order. */
export class TrainingWatch {
  private points: TrainingPoint[] = [];
  private lines: { at: Date; line: string }[] = [];
  private fraction: number | null = null;
  private detail: string | null = null;
  private engine: string | null = null;
  private readonly timer: NodeJS.Timeout;
  private flushing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: WatchParts) {
    this.timer = setInterval(() => this.flush(), FLUSH_MS);
  }

  /** Takes one event in; never throws and never waits. */
  take(event: TrainingEvent): void {
    if (event.kind === 'metric') this.points.push(...event.points);
    else if (event.kind === 'log') this.lines.push({ at: new Date(event.at), line: event.line });
    else if (event.kind === 'engine') this.engine = event.choice.name;
    else if (event.kind === 'progress') {
      this.fraction = event.step / event.steps;
      this.detail = `step ${event.step} of ${event.steps}, ${event.imagesPerSecond.toFixed(1)} images/s`;
    } else if (event.kind === 'queue') {
      const fill = event.sample.capacity === 0 ? 0 : event.sample.size / event.sample.capacity;
      this.points.push({ series: 'queue/training/fill', step: this.step, value: fill, at: event.sample.at });
      this.parts.queues.sample(this.parts.pipelineId, event.sample);
    }
  }

  /** Writes the rest and stops; call it once the process has ended. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    this.flush();
    await this.flushing;
  }

  private get step(): number {
    return this.points.at(-1)?.step ?? this.lastStep;
  }
  private lastStep = 0;

  private flush(): void {
    const { points, lines, fraction, detail, engine } = this;
    if (points.length + lines.length === 0 && fraction === null && engine === null) return;
    this.lastStep = points.at(-1)?.step ?? this.lastStep;
    this.points = [];
    this.lines = [];
    this.fraction = this.detail = this.engine = null;
    this.flushing = this.flushing
      .then(() =>
        this.parts.transactions.run(async (tx) => {
          if (!(await this.mayWrite(tx))) return;
          await this.write(tx, points, lines, { fraction, detail, engine });
        }),
      )
      // A curve with a hole is better than a training that dies because the database was away for a moment.
      .catch((error: unknown) =>
        this.parts.log.warn({ err: error, run: this.parts.runId }, 'training watch'),
      );
  }

  private async write(
    tx: Tx,
    points: TrainingPoint[],
    lines: { at: Date; line: string }[],
    told: { fraction: number | null; detail: string | null; engine: string | null },
  ): Promise<void> {
    const { runs, chronicle, runId } = this.parts;
    const rows = points.map((point) => ({ ...point, at: new Date(point.at) }));
    await chronicle.points(tx, runId, rows);
    await chronicle.lines(tx, runId, lines);
    const { fraction, detail, engine } = told;
    if (fraction !== null) await runs.updateStep(tx, runId, 'TRAIN', { fraction, detail });
    if (engine !== null) await runs.update(tx, runId, { engine });
    await chronicle.announce(tx, runId);
  }

  // A process of an older attempt (stopped, then continued) must not mix its numbers into the newer one's.
  private async mayWrite(tx: Tx): Promise<boolean> {
    const run = await this.parts.runs.byId(tx, this.parts.runId);
    return run?.fence === this.parts.fence && run.status === 'RUNNING';
  }
}
