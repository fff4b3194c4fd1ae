import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SIDE = 48;

/** A fixed sequence of numbers 0..1, the same on every machine. */
function sequence(seed: number): () => number {
  let state = (seed * 2654435761) | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A grey picture of a class: the class decides the direction and width of its bars, the number moves them and adds noise. */
export function patternPicture(label: number, number: number): Buffer {
  const draw = sequence(label * 1000 + number + 1);
  const angle = (label * Math.PI) / 5 + 0.1 * (draw() - 0.5);
  const width = 4 + 2 * label;
  const phase = draw() * width;
  // Uneven light, different in each picture: without it pictures of one class would be near duplicates.
  const light = Array.from({ length: 36 }, () => 110 * (draw() - 0.5));
  const pixels = Buffer.alloc(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const along = x * Math.cos(angle) + y * Math.sin(angle) + phase;
      const bar = Math.sin((2 * Math.PI * along) / width) > 0 ? 175 : 75;
      pixels[y * SIDE + x] = Math.max(0, Math.min(255, bar + lightAt(light, x, y) + 40 * (draw() - 0.5)));
    }
  }
  return Buffer.concat([Buffer.from(`P5\n${SIDE} ${SIDE}\n255\n`), pixels]);
}

function lightAt(light: readonly number[], x: number, y: number): number {
  const [u, v] = [(5 * x) / SIDE, (5 * y) / SIDE];
  const [i, j] = [Math.floor(u), Math.floor(v)];
  const at = (a: number, b: number): number => light[b * 6 + a] ?? 0;
  const top = at(i, j) * (1 - u + i) + at(i + 1, j) * (u - i);
  const bottom = at(i, j + 1) * (1 - u + i) + at(i + 1, j + 1) * (u - i);
  return top * (1 - v + j) + bottom * (v - j);
}

/** Writes a dataset of pictures with both manifests; returns the names of the classes. */
export function writePatterns(root: string, classes: number, training: number, validation: number): string[] {
  const names = Array.from({ length: classes }, (_, label) => `class-${label}`);
  const lines = { training: [] as string[], validation: [] as string[] };
  names.forEach((name, label) => {
    for (let number = 0; number < training + validation; number++) {
      const path = `${name}/${number}.pgm`;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), patternPicture(label, number));
      lines[number < training ? 'training' : 'validation'].push(`${path},${name},${label}`);
    }
  });
  writeFileSync(join(root, 'training.csv'), `${lines.training.join('\n')}\n`);
  writeFileSync(join(root, 'validation.csv'), `${lines.validation.join('\n')}\n`);
  return names;
}
