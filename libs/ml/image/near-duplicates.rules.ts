import { type Hash64, ones } from './difference-hash.rules.js';

/** Two pictures by their places in the list given, first < second, and how many bits of their hashes differ. */
export interface NearPair {
  first: number;
  second: number;
  distance: number;
  /** The second looks like the mirror image of the first. */
  mirrored: boolean;
}

/** One picture: its hash and that of its mirror image. */
export interface Hashed {
  hash: Hash64;
  mirror: Hash64;
}

const SLOTS = 2 ** 16;

/** Hashes in columns: 100,000 of them are compared without an object in the way. */
interface Columns {
  high: Uint32Array;
  low: Uint32Array;
  /** The bits of each band, for each hash. */
  parts: Uint32Array[];
}

/**
 * Calls `found` for every pair within `distance` bits, each pair once, mirror images included (a pair that is near as it
 * stands is not called mirrored). With distance + 1 bands at least one band of a near pair is equal, so only pictures
 * that share a band are compared: no n x n search. `found` may answer false to stop.
 */
export function nearPairs(
  pictures: readonly Hashed[],
  distance: number,
  found: (pair: NearPair) => boolean | undefined,
): void {
  const plain = columns(
    pictures.map(({ hash }) => hash),
    distance + 1,
  );
  const mirrors = columns(
    pictures.map(({ mirror }) => mirror),
    distance + 1,
  );
  const stopped = join(plain, plain, distance, (first, second, bits) =>
    found({ first, second, distance: bits, mirrored: false }),
  );
  if (stopped) return;
  join(plain, mirrors, distance, (first, second, bits) =>
    gap(plain, first, plain, second) > distance
      ? found({ first, second, distance: bits, mirrored: true })
      : true,
  );
}

function columns(hashes: readonly Hash64[], bands: number): Columns {
  const own = {
    high: Uint32Array.from(hashes, ({ high }) => high),
    low: Uint32Array.from(hashes, ({ low }) => low),
  };
  return {
    ...own,
    parts: bandsFor(bands).map((band) => Uint32Array.from(hashes, (hash) => part(hash, band))),
  };
}

// Compares what shares a band. A pair that shares several is taken at the first of them, so that it comes once; one
// side of each pair is enough. The compared hashes lie side by side in memory: 100,000 pictures make millions of them.
function join(
  a: Columns,
  b: Columns,
  distance: number,
  take: (first: number, second: number, bits: number) => boolean | undefined,
): boolean {
  for (let band = 0; band < a.parts.length; band++) {
    const keys = b.parts[band]!;
    const { starts, order } = grouped(keys);
    const high = order.map((place) => b.high[place]!);
    const low = order.map((place) => b.low[place]!);
    for (let i = 0; i < a.high.length; i++) {
      const key = a.parts[band]![i]!;
      const [ownHigh, ownLow] = [a.high[i]!, a.low[i]!];
      const slot = slotOf(key);
      const end = starts[slot + 1]!;
      for (let k = starts[slot]!; k < end; k++) {
        const bits = ones(ownHigh ^ high[k]!) + ones(ownLow ^ low[k]!);
        if (bits > distance) continue;
        const j = order[k]!;
        if (j <= i || keys[j] !== key || sharesEarlier(a, i, b, j, band)) continue;
        if (take(i, j, bits) === false) return true;
      }
    }
  }
  return false;
}

// Counting sort by slot: places with equal keys lie side by side.
function grouped(keys: Uint32Array): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(SLOTS + 1);
  for (let i = 0; i < keys.length; i++) starts[slotOf(keys[i]!) + 1]!++;
  for (let slot = 0; slot < SLOTS; slot++) starts[slot + 1]! += starts[slot]!;
  const next = starts.slice();
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const slot = slotOf(keys[i]!);
    order[next[slot]!] = i;
    next[slot]!++;
  }
  return { starts, order };
}

const slotOf = (key: number): number => (key ^ (key >>> 16)) & (SLOTS - 1);

function sharesEarlier(a: Columns, i: number, b: Columns, j: number, before: number): boolean {
  for (let band = 0; band < before; band++) if (a.parts[band]![i] === b.parts[band]![j]) return true;
  return false;
}

interface Band {
  from: number;
  width: number;
}

function bandsFor(count: number): Band[] {
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * 64) / count);
    return { from, width: Math.floor(((i + 1) * 64) / count) - from };
  });
}

// A band of more than 32 bits is folded: then more is compared, never less.
function part({ high, low }: Hash64, { from, width }: Band): number {
  let value = 0;
  for (let left = width, at = from; left > 0; ) {
    const take = Math.min(left, 16 - (at % 16));
    const word = at < 32 ? high : low;
    const bits = (word >>> (32 - (at % 32) - take)) & (2 ** take - 1);
    value = (((value << take) | (value >>> (32 - take))) ^ bits) >>> 0;
    at += take;
    left -= take;
  }
  return value;
}

const gap = (a: Columns, i: number, b: Columns, j: number): number =>
  ones(a.high[i]! ^ b.high[j]!) + ones(a.low[i]! ^ b.low[j]!);
