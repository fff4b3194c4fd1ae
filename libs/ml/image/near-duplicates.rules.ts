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

/** A set of pictures that share one hash; `members` are places in the list given, ascending. */
interface Bucket {
  hash: Hash64;
  members: number[];
}

/**
 * Calls `found` for every pair within `distance` bits, each pair once, mirror images included. With distance + 1
 * bands at least one band of a near pair is equal, so only pictures that share a band are compared: no n x n search.
 * `found` may answer false to stop.
 */
export function nearPairs(
  pictures: readonly Hashed[],
  distance: number,
  found: (pair: NearPair) => boolean | undefined,
): void {
  const plain = buckets(pictures.map((picture) => picture.hash));
  const bands = bandsFor(distance);
  let going = true;
  const report = (a: number, b: number, bits: number, mirrored: boolean): void => {
    if (going)
      going = found({ first: Math.min(a, b), second: Math.max(a, b), distance: bits, mirrored }) !== false;
  };
  for (const { members } of plain) {
    for (let i = 0; i < members.length && going; i++) {
      for (let j = i + 1; j < members.length && going; j++) report(members[i]!, members[j]!, 0, false);
    }
  }
  join(plain, plain, bands, distance, true, (a, b, bits) => {
    for (const i of a.members) for (const j of b.members) if (going) report(i, j, bits, false);
    return going;
  });
  // A mirrored pair is one that is not near as it stands: flat or symmetric pictures are near both ways.
  const mirrored = buckets(pictures.map((picture) => picture.mirror));
  join(plain, mirrored, bands, distance, false, (a, b, bits) => {
    for (const i of a.members) {
      for (const j of b.members) {
        if (going && i < j && gap(pictures[i]!.hash, pictures[j]!.hash) > distance) report(i, j, bits, true);
      }
    }
    return going;
  });
}

function buckets(hashes: readonly Hash64[]): Bucket[] {
  const byHash = new Map<string, Bucket>();
  for (const [i, hash] of hashes.entries()) {
    const key = `${hash.high}:${hash.low}`;
    const bucket = byHash.get(key);
    if (bucket) bucket.members.push(i);
    else byHash.set(key, { hash, members: [i] });
  }
  return [...byHash.values()];
}

interface Band {
  from: number;
  width: number;
}

function bandsFor(distance: number): Band[] {
  const count = Math.min(64, distance + 1);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * 64) / count);
    return { from, width: Math.floor(((i + 1) * 64) / count) - from };
  });
}

// A pair that shares several bands is taken at the first of them, so that it comes once without a set of pairs.
function join(
  left: Bucket[],
  right: Bucket[],
  bands: Band[],
  distance: number,
  same: boolean,
  take: (a: Bucket, b: Bucket, bits: number) => boolean,
): void {
  for (const [index, band] of bands.entries()) {
    const table = new Map<number, number[]>();
    for (const [j, bucket] of right.entries()) push(table, part(bucket.hash, band), j);
    for (const [i, a] of left.entries()) {
      for (const j of table.get(part(a.hash, band)) ?? []) {
        if (same && j <= i) continue;
        const b = right[j]!;
        const bits = gap(a.hash, b.hash);
        if (bits > distance || sharesEarlier(a.hash, b.hash, bands, index)) continue;
        if (!take(a, b, bits)) return;
      }
    }
  }
}

const sharesEarlier = (a: Hash64, b: Hash64, bands: Band[], before: number): boolean => {
  for (let i = 0; i < before; i++) if (part(a, bands[i]!) === part(b, bands[i]!)) return true;
  return false;
};

/** The bits of a band as a number. Beyond 53 bits neighbours may share a number: then more is compared, never less. */
function part({ high, low }: Hash64, { from, width }: Band): number {
  let value = 0;
  for (let left = width, at = from; left > 0; ) {
    const take = Math.min(left, 16 - (at % 16));
    const word = at < 32 ? high : low;
    value = value * 2 ** take + ((word >>> (32 - (at % 32) - take)) & (2 ** take - 1));
    at += take;
    left -= take;
  }
  return value;
}

const gap = (a: Hash64, b: Hash64): number => ones(a.high ^ b.high) + ones(a.low ^ b.low);

function push(table: Map<number, number[]>, key: number, value: number): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}
