import { randomBytes } from 'node:crypto';

/** How long pictures of predictions stay in memory, and how many bytes of them; 0 of either remembers nothing. */
export interface Remembering {
  milliseconds: number;
  bytes: number;
}

interface RememberedRequest {
  pipeline: string;
  pictures: readonly Buffer[];
  at: number;
  bytes: number;
}

/**
 * The pictures that were asked about lately, so that their true class can be told by the id of the prediction. In memory
 * alone: nothing is written anywhere until somebody labels a picture, and a process that ends forgets all of them.
 */
export class RememberedPictures {
  // Oldest first: a map keeps the order in which it was filled.
  private readonly requests = new Map<string, RememberedRequest>();
  private readonly limits: Remembering;
  private readonly now: () => number;
  private bytes = 0;

  constructor(limits: Remembering, now: () => number = () => performance.now()) {
    this.limits = limits;
    this.now = now;
  }

  /** Remembers the pictures of one request; answers with an id for each, or null where nothing is remembered. */
  keep(pipeline: string, pictures: readonly Buffer[]): string[] | null {
    const bytes = pictures.reduce((sum, { length }) => sum + length, 0);
    if (this.limits.milliseconds === 0 || bytes > this.limits.bytes) return null;
    const id = randomBytes(16).toString('hex');
    this.requests.set(id, { pipeline, pictures, at: this.now(), bytes });
    this.bytes += bytes;
    this.forgetOld();
    return pictures.map((_, place) => `${id}.${place}`);
  }

  /** The picture of a prediction by its id; null when it is another pipeline's, or forgotten. */
  find(pipeline: string, prediction: string): Buffer | null {
    this.forgetOld();
    const [, id = '', place] = /^(\w+)\.(\d+)$/.exec(prediction) ?? [];
    const request = this.requests.get(id);
    return request?.pipeline === pipeline ? (request.pictures[Number(place)] ?? null) : null;
  }

  /** Forgets what is too old or too much. */
  forgetOld(): void {
    const since = this.now() - this.limits.milliseconds;
    for (const [id, { at, bytes }] of this.requests) {
      if (at > since && this.bytes <= this.limits.bytes) return;
      this.requests.delete(id);
      this.bytes -= bytes;
    }
  }
}
