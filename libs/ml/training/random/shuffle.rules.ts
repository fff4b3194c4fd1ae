import { Draws, PURPOSE } from './draws.rules.js';

/** The order of the rows in one epoch: a Fisher-Yates permutation that depends on seed and epoch only. */
export function epochOrder(seed: number, epoch: number, rows: number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  const draws = new Draws(seed, PURPOSE.shuffle);
  let words = draws.block(epoch, 0, 0);
  for (let i = rows - 1, drawn = 0; i > 0; i--, drawn++) {
    if (drawn % 4 === 0) words = draws.block(epoch, 0, drawn >> 2);
    // 32 bits over at most some millions of rows: the bias stays below one in a thousand of a picture's chance.
    const j = Math.floor((words[drawn % 4]! / 4_294_967_296) * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}
