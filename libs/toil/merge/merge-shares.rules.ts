/** A share that holds from a date on, until the next one. */
export interface Share {
  from: string;
  /** Percent x 10,000. */
  parts: number;
}

/** What two services had of a person, as one service has it: on every date the sum of both. */
export function sumOfShares(one: readonly Share[], other: readonly Share[]): Share[] {
  const dates = [...new Set([...one, ...other].map(({ from }) => from))].sort();
  return dates.map((from) => ({ from, parts: shareOn(one, from) + shareOn(other, from) }));
}

/** The share on a date: the latest one told for it or before; nothing before the first. */
export function shareOn(shares: readonly Share[], date: string): number {
  let found: Share | null = null;
  for (const share of shares) {
    if (share.from <= date && (found === null || share.from > found.from)) found = share;
  }
  return found?.parts ?? 0;
}
