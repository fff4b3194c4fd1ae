import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  decodeEvent,
  decodeRecords,
  encodeEvent,
  encodeRecord,
  FILE_VERSION,
  type TensorBoardEvent,
} from './event.rules.js';

const PREFIX = 'events.out.tfevents.';

/** Appends scalars to an event file of its own; every start of a training opens a new one. `close` is a duty. */
export class EventFileWriter {
  readonly path: string;
  private readonly file: number;

  /** afterStep: steps up to it are valid already, points beyond it in older files are void. */
  constructor(folder: string, now: Date, afterStep: number) {
    mkdirSync(folder, { recursive: true });
    const seconds = Math.floor(now.getTime() / 1000);
    const earlier = eventFiles(folder).length;
    const order = String(earlier).padStart(4, '0');
    this.path = join(folder, `${PREFIX}${String(seconds).padStart(10, '0')}.untoil.${order}.${process.pid}`);
    this.file = openSync(this.path, 'a');
    const wallTime = now.getTime() / 1000;
    this.append({ wallTime, fileVersion: FILE_VERSION });
    if (earlier > 0) this.append({ wallTime, step: afterStep + 1, sessionStart: true });
  }

  /** One event with these scalars. */
  write(now: Date, step: number, scalars: { tag: string; value: number }[]): void {
    this.append({ wallTime: now.getTime() / 1000, step, scalars });
  }

  close(): void {
    closeSync(this.file);
  }

  private append(event: TensorBoardEvent): void {
    writeSync(this.file, encodeRecord(encodeEvent(event)));
  }
}

/** The event files of a folder, oldest first. */
export function eventFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .map((name) => join(folder, name));
}

/** All segments of a training read as one curve for each tag: points that a restart made void are left out. */
export function readCurves(folder: string): Map<string, { step: number; value: number }[]> {
  const curves = new Map<string, { step: number; value: number }[]>();
  for (const path of eventFiles(folder)) {
    for (const data of decodeRecords(readFileSync(path))) {
      const event = decodeEvent(data);
      const step = event.step ?? 0;
      if (event.sessionStart) {
        for (const [tag, points] of curves)
          curves.set(
            tag,
            points.filter((point) => point.step < step),
          );
      }
      for (const { tag, value } of event.scalars ?? []) {
        if (!curves.has(tag)) curves.set(tag, []);
        curves.get(tag)!.push({ step, value });
      }
    }
  }
  return curves;
}
