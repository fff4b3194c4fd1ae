import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SIDE = 96;

function sequence(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What may be wrong with a drawn picture. */
export interface Flaws {
  grey?: boolean;
  /** Added to every value. */
  brightness?: number;
  /** Factor of the deviation from the middle. */
  contrast?: number;
  /** Without texture. */
  smooth?: boolean;
}

/**
 * A colour picture of a made-up person: waves that belong to the person, smaller ones that belong to the picture, and
 * texture. Pictures of one person are each other's neighbours and no near duplicates. RGB, 96x96.
 */
export function drawFace(person: number, number: number, flaws: Flaws = {}): Buffer {
  const own = waves(sequence(person * 7919 + 13), 6, 3);
  const moved = waves(sequence(person * 104_729 + number * 31 + 7), 5, 4);
  const noise = sequence(person * 1009 + number);
  const pixels = Buffer.alloc(SIDE * SIDE * 3);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const base = 16 * own(x, y) + 13 * moved(x, y) + (flaws.smooth ? 0 : 36 * (noise() - 0.5));
      for (let c = 0; c < 3; c++) {
        const tint = flaws.grey ? 0 : (c - 1) * (12 + 4 * (person % 3));
        const value = 128 + (base + tint) * (flaws.contrast ?? 1) + (flaws.brightness ?? 0);
        pixels[(y * SIDE + x) * 3 + c] = Math.max(0, Math.min(255, Math.round(value)));
      }
    }
  }
  return pixels;
}

function waves(draw: () => number, count: number, highest: number): (x: number, y: number) => number {
  const list = Array.from({ length: count }, () => ({
    u: (draw() - 0.5) * 2 * highest,
    v: (draw() - 0.5) * 2 * highest,
    phase: draw() * 2 * Math.PI,
  }));
  return (x, y) =>
    list.reduce((sum, { u, v, phase }) => sum + Math.cos((2 * Math.PI * (u * x + v * y)) / SIDE + phase), 0);
}

/** RGB values as PPM. */
export const ppm = (pixels: Buffer, side = SIDE): Buffer =>
  Buffer.concat([Buffer.from(`P6\n${side} ${side}\n255\n`), pixels]);

/** The green of RGB values as PGM. */
export const pgm = (pixels: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${SIDE} ${SIDE}\n255\n`), pixels.filter((_, i) => i % 3 === 1)]);

/** A folder with pictures and manifests that a test may spoil before it is written. */
export class FaceFolder {
  readonly training: string[] = [];
  readonly validation: string[] = [];

  constructor(readonly root: string) {}

  /** Draws people with so many pictures each; paths are `p<person>/<number>.ppm`. */
  static drawn(root: string, people = 5, training = 8, validation = 2): FaceFolder {
    const folder = new FaceFolder(root);
    for (let person = 0; person < people; person++) {
      for (let number = 0; number < training + validation; number++) {
        const path = `p${person}/${number}.ppm`;
        folder.file(path, ppm(drawFace(person, number)));
        folder[number < training ? 'training' : 'validation'].push(`${path},p${person},${person}`);
      }
    }
    return folder;
  }

  /** Writes a file under the root and gives its path back. */
  file(path: string, bytes: Buffer | string): string {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), bytes);
    return path;
  }

  /** Writes both manifests as training.csv and validation.csv. */
  write(): this {
    this.file('training.csv', this.training.map((line) => `${line}\n`).join(''));
    this.file('validation.csv', this.validation.map((line) => `${line}\n`).join(''));
    return this;
  }
}
