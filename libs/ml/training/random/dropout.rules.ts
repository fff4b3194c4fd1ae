import { Draws, PURPOSE, unit } from './draws.rules.js';

/** Fills one row of a dropout mask: 1 / keep where the unit stays, 0 where it drops; keep = 1 gives ones. */
export function dropoutRow(mask: Float32Array, seed: number, step: number, row: number, keep: number): void {
  if (keep >= 1) {
    mask.fill(1);
    return;
  }
  const draws = new Draws(seed, PURPOSE.dropout);
  const scale = 1 / keep;
  for (let i = 0; i < mask.length; i += 4) {
    const words = draws.block(step, row, i >> 2);
    for (let lane = 0; lane < 4 && i + lane < mask.length; lane++) {
      mask[i + lane] = unit(words[lane]!) < keep ? scale : 0;
    }
  }
}
