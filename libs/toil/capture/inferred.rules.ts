/** A finished stretch of time, half-open, in epoch milliseconds. */
export interface Span {
  startMs: number;
  endMs: number;
}

/** What is left of the wanted stretches when those that somebody decided about are cut out; whole seconds, in order. */
export function undecided<T extends Span>(wanted: readonly T[], decided: readonly Span[]): T[] {
  const cuts = [...decided].sort((a, b) => a.startMs - b.startMs);
  return wanted
    .flatMap((stretch) => {
      const pieces: T[] = [];
      let startMs = whole(stretch.startMs);
      const endMs = whole(stretch.endMs);
      for (const cut of cuts) {
        if (cut.endMs <= startMs || cut.startMs >= endMs) continue;
        if (cut.startMs > startMs) pieces.push({ ...stretch, startMs, endMs: cut.startMs });
        startMs = Math.max(startMs, cut.endMs);
      }
      if (startMs < endMs) pieces.push({ ...stretch, startMs, endMs });
      return pieces;
    })
    .sort((a, b) => a.startMs - b.startMs);
}

const whole = (ms: number): number => Math.floor(ms / 1000) * 1000;
