/** What the crew is asked to do. */
export const COMMAND = { stop: 0, step: 1, gradients: 2, predict: 3 } as const;

/** Places in the control block (int32). */
export const CONTROL = {
  arrived: 0,
  generation: 1,
  sequence: 2,
  command: 3,
  finished: 4,
  rows: 5,
  slot: 6,
  /** Next picture to convolve. */
  nextPicture: 7,
  /** Next shard to send backwards. */
  nextShard: 8,
  /** 1 where the weights have changed since they were last packed. */
  repack: 9,
} as const;

/** Bytes of the control block: int32 places, then one float64, the learning rate of the step. */
export const CONTROL_BYTES = 256;
/** Where the learning rate lies, as an index of a Float64Array over the block. */
export const RATE_INDEX = 16;

/** Spins this often before sleeping: phases end within microseconds of each other when every core is free. */
const SPINS = 2000;

/** All threads wait for the last one; reusable. */
export function barrier(control: Int32Array, threads: number): void {
  if (threads === 1) return;
  const generation = Atomics.load(control, CONTROL.generation);
  if (Atomics.add(control, CONTROL.arrived, 1) === threads - 1) {
    Atomics.store(control, CONTROL.arrived, 0);
    Atomics.add(control, CONTROL.generation, 1);
    Atomics.notify(control, CONTROL.generation);
    return;
  }
  for (let i = 0; i < SPINS; i++) if (Atomics.load(control, CONTROL.generation) !== generation) return;
  while (Atomics.load(control, CONTROL.generation) === generation) {
    Atomics.wait(control, CONTROL.generation, generation);
  }
}
