import { join } from 'node:path';
import type { TrainingEvent, TrainingPoint, TrainingQueueSample } from '../../engine/contract.js';
import { EventFileWriter } from '../tensorboard/event-files.js';

/** Name of the folder of event files inside a training's folder. */
export const EVENTS_FOLDER = 'events';

/** Tells what happens, twice: as events to the parent process, and as TensorBoard files. `close` is a duty. */
export class Reporter {
  private readonly emit: (event: TrainingEvent) => void;
  private readonly now: () => number;
  private writer: EventFileWriter | null = null;

  constructor(emit: (event: TrainingEvent) => void, now: () => number) {
    this.emit = emit;
    this.now = now;
  }

  /** Opens this start's event file; points after `afterStep` in older ones become void. */
  open(folder: string, afterStep: number): void {
    this.writer = new EventFileWriter(join(folder, EVENTS_FOLDER), new Date(this.now()), afterStep);
  }

  send(event: TrainingEvent): void {
    this.emit(event);
  }

  log(line: string): void {
    this.emit({ kind: 'log', at: this.iso(), line });
  }

  /** One value for each series at a step. */
  points(step: number, values: Record<string, number>): void {
    const at = this.iso();
    const points: TrainingPoint[] = Object.entries(values).map(([series, value]) => ({
      series,
      step,
      value,
      at,
    }));
    const scalars = points.map(({ series, value }) => ({ tag: series, value }));
    this.writer?.write(new Date(this.now()), step, scalars);
    this.emit({ kind: 'metric', points });
  }

  /** A queue sample, as event and as a curve of the fill. */
  queue(step: number, sample: TrainingQueueSample): void {
    const tag = `queue/${sample.queue}/fraction_of_${sample.capacity}_full`;
    this.writer?.write(new Date(this.now()), step, [{ tag, value: sample.size / sample.capacity }]);
    this.emit({ kind: 'queue', sample });
    const fill = {
      series: `queue/${sample.queue}/fill`,
      step,
      value: sample.size / sample.capacity,
      at: sample.at,
    };
    this.emit({ kind: 'metric', points: [fill] });
  }

  close(): void {
    this.writer?.close();
    this.writer = null;
  }

  private iso(): string {
    return new Date(this.now()).toISOString();
  }
}
