import type { Split } from '../check/finding.js';
import type { ManifestRow } from './manifest.rules.js';

/** What the label rules need of a row, and where it stands. */
export type LabelledRow = Pick<ManifestRow, 'name' | 'label'> & { split: Split };

/** A row whose label cannot stand; `index` is its place in the list given. */
export interface LabelFault {
  code: 'LABEL_RANGE' | 'LABEL_NAME_CONFLICT' | 'CLASS_MISSING';
  index: number;
  message: string;
}

const NONE: ReadonlySet<number> = new Set();

/** The classes of a data set: names in the order of their numbers. */
export interface ClassMap {
  names: string[];
}

/**
 * The classes are the distinct names of the training rows; their order is that of their numbers (the number most
 * rows give, the smaller at a tie, then the name).
 */
export function classMap(rows: readonly LabelledRow[]): ClassMap {
  const numbers = majority(
    rows.filter((row) => row.split === 'TRAINING'),
    (row) => row.name,
    (row) => row.label,
  );
  const names = [...numbers].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([name]) => name);
  return { names };
}

/**
 * Labels outside 0..classes - 1 (they would train against an all-zero target), names with two numbers, numbers with
 * two names (the one most training rows use stands, the others are faults), and validation names that training lacks.
 * `vacant` numbers belong to classes whose pictures were erased: they keep their place and have no rows.
 */
export function labelFaults(rows: readonly LabelledRow[], vacant: ReadonlySet<number> = NONE): LabelFault[] {
  const training = rows.filter((row) => row.split === 'TRAINING');
  const classes = new Set(training.map((row) => row.name)).size + vacant.size;
  const numberOf = majority(
    [...training, ...rows],
    (row) => row.name,
    (row) => row.label,
  );
  // Rows that contradict their own name's number have no say in what the number is called.
  const settled = [...training, ...rows].filter((row) => numberOf.get(row.name) === row.label);
  const nameOf = majority(
    settled,
    (row) => row.label,
    (row) => row.name,
  );
  const trained = new Set(training.map((row) => row.name));
  const faults: LabelFault[] = [];
  for (const [index, { name, label, split }] of rows.entries()) {
    if (split === 'VALIDATION' && training.length > 0 && !trained.has(name)) {
      faults.push({ code: 'CLASS_MISSING', index, message: `class "${name}" is not in training` });
    }
    if (label < 0 || label >= classes) {
      faults.push({
        code: 'LABEL_RANGE',
        index,
        message:
          label < 0
            ? `label ${label} is negative`
            : `label ${label} with ${classes} class${classes === 1 ? '' : 'es'}: would train against an all-zero target`,
      });
    }
    if (numberOf.get(name) !== label) {
      faults.push({
        code: 'LABEL_NAME_CONFLICT',
        index,
        message: `"${name}" is ${label} here and ${numberOf.get(name)} elsewhere`,
      });
    } else if (nameOf.get(label) !== name) {
      faults.push({
        code: 'LABEL_NAME_CONFLICT',
        index,
        message: `${label} is "${name}" here and "${nameOf.get(label)}" elsewhere`,
      });
    }
  }
  return faults;
}

/** Numbers below the highest used one that no training row has: a hole leaves an output that is never trained. */
export function labelHoles(rows: readonly LabelledRow[], vacant: ReadonlySet<number> = NONE): number[] {
  const training = rows.filter((row) => row.split === 'TRAINING');
  const used = new Set([...vacant, ...training.map((row) => row.label)]);
  const classes = new Set(training.map((row) => row.name)).size + vacant.size;
  return Array.from({ length: classes }, (_, label) => label).filter((label) => !used.has(label));
}

/** How a class map breaks with the last one; null when it only appends. Serving and models know classes by their number. */
export function classMapChange(then: readonly string[], names: readonly string[]): string | null {
  // Kept before names were composed: the same name in another Unicode form is the same class.
  const [before, now] = [composed(then), composed(names)];
  for (const [label, name] of before.entries()) {
    if (now[label] === name) continue;
    const moved = now.indexOf(name);
    if (moved >= 0) return `class "${name}" was ${label} and is now ${moved}`;
    return now[label] === undefined
      ? `class "${name}" (${label}) is gone`
      : `class ${label} was "${name}" and is now "${now[label]}"`;
  }
  return null;
}

const composed = (names: readonly string[]): string[] => names.map((name) => name.normalize('NFC'));

// The value most rows give a key; the one seen first wins a tie. Training rows are counted twice, so they outweigh validation.
function majority<T, K, V>(rows: readonly T[], key: (row: T) => K, value: (row: T) => V): Map<K, V> {
  const counts = new Map<K, Map<V, number>>();
  for (const row of rows) {
    const of = counts.get(key(row)) ?? new Map<V, number>();
    counts.set(key(row), of.set(value(row), (of.get(value(row)) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([k, of]) => [k, [...of].reduce((best, next) => (next[1] > best[1] ? next : best))[0]]),
  );
}
