/** Computes answers to `rows` inputs laid one after the other. */
export type Compute = (inputs: Uint8Array) => Promise<Float32Array>;

interface Waiting {
  input: Uint8Array;
  resolve(answer: Float32Array): void;
  reject(error: unknown): void;
}

/**
 * Puts single questions together: while one batch is being computed the next one gathers, and when nothing is being
 * computed it waits at most `waitMs` for company (not at all after a quiet time).
 */
export class Batcher {
  private waiting: Waiting[] = [];
  private busy = false;
  private timer: NodeJS.Timeout | null = null;
  private lastSize = 1;
  private readonly compute: Compute;
  private readonly inputLength: number;
  private readonly mostRows: number;
  private readonly waitMs: number;

  constructor(compute: Compute, inputLength: number, mostRows = 64, waitMs = 5) {
    this.compute = compute;
    this.inputLength = inputLength;
    this.mostRows = mostRows;
    this.waitMs = waitMs;
  }

  /** The answer to one input; rejects when its batch could not be computed. */
  ask(input: Uint8Array): Promise<Float32Array> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      this.schedule();
    });
  }

  /** Questions that wait for a batch. */
  get backlog(): number {
    return this.waiting.length;
  }

  private schedule(): void {
    if (this.busy || this.waiting.length === 0) return;
    // Alone last time: waiting for company would only cost time.
    const full = this.waiting.length >= this.mostRows;
    if (full || this.lastSize === 1) return void this.run();
    this.timer ??= setTimeout(() => void this.run(), this.waitMs);
  }

  private async run(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.busy || this.waiting.length === 0) return;
    this.busy = true;
    const batch = this.waiting.splice(0, this.mostRows);
    this.lastSize = batch.length;
    try {
      const inputs = new Uint8Array(batch.length * this.inputLength);
      batch.forEach(({ input }, i) => {
        inputs.set(input, i * this.inputLength);
      });
      const answers = await this.compute(inputs);
      const length = answers.length / batch.length;
      batch.forEach(({ resolve }, i) => {
        resolve(answers.slice(i * length, (i + 1) * length));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.busy = false;
      // What gathered meanwhile has waited long enough.
      if (this.waiting.length > 0) void this.run();
    }
  }
}
