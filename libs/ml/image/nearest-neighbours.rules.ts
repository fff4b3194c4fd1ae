import { THUMB_SIZE } from './features.rules.js';

/** Pictures as thumbVector makes them, one after the other, with the class of each. */
export interface Neighbourhood {
  /** labels.length x 576 numbers. */
  vectors: Float32Array;
  labels: ArrayLike<number>;
}

/** Numbers that are compared between two looks at the limit. */
const BETWEEN_LOOKS = 16;

/** Squared Euclidean distance of two thumbnails; stops early, with something above `limit`, once it is passed. */
export function squaredDistance(
  a: Float32Array,
  ai: number,
  b: Float32Array,
  bi: number,
  limit: number,
): number {
  let sum = 0;
  for (let k = 0; k < THUMB_SIZE; k += BETWEEN_LOOKS) {
    for (let i = k; i < k + BETWEEN_LOOKS; i++) {
      const d = a[ai + i]! - b[bi + i]!;
      sum += d * d;
    }
    if (sum > limit) return sum;
  }
  return sum;
}

/** The places of the k nearest of `known` to one vector, nearest first; equal distances keep their order. `except` is left out. */
export function nearest(
  known: Neighbourhood,
  vectors: Float32Array,
  at: number,
  k: number,
  except: (place: number) => boolean = () => false,
): number[] {
  const places: number[] = [];
  const distances: number[] = [];
  for (let j = 0; j < known.labels.length; j++) {
    if (except(j)) continue;
    const limit = places.length < k ? Number.POSITIVE_INFINITY : distances[k - 1]!;
    const distance = squaredDistance(vectors, at, known.vectors, j * THUMB_SIZE, limit);
    if (distance >= limit) continue;
    let slot = places.length < k ? places.length : k - 1;
    for (; slot > 0 && distances[slot - 1]! > distance; slot--) {
      distances[slot] = distances[slot - 1]!;
      places[slot] = places[slot - 1]!;
    }
    distances[slot] = distance;
    places[slot] = j;
  }
  return places;
}

/** How many of `asked` the single nearest neighbour in `known` names right: the trivial baseline that a model must reach. */
export function nearestNeighbourRight(known: Neighbourhood, asked: Neighbourhood): number {
  let right = 0;
  for (let i = 0; i < asked.labels.length; i++) {
    const [place] = nearest(known, asked.vectors, i * THUMB_SIZE, 1);
    if (place !== undefined && known.labels[place] === asked.labels[i]) right++;
  }
  return right;
}

/**
 * What the neighbours say against a label: the class that wins among them when none has the given label and one
 * class has more votes than any other; null when the label stands. Asked of k = 3 neighbours, the picture itself left out.
 */
export function outvotedBy(label: number, neighbours: readonly number[]): number | null {
  if (neighbours.length === 0 || neighbours.includes(label)) return null;
  const votes = new Map<number, number>();
  for (const neighbour of neighbours) votes.set(neighbour, (votes.get(neighbour) ?? 0) + 1);
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  return ranked.length > 1 && ranked[0]![1] === ranked[1]![1] ? null : ranked[0]![0];
}
