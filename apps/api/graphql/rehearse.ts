import type { Transactions, Tx } from '#platform';

/** Runs work that writes; in a rehearsal all of it is taken back, and the answer says what would have come of it. */
export async function rehearse<T>(
  transactions: Transactions,
  dryRun: boolean,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let held: { result: T } | null = null;
  try {
    return await transactions.run(async (tx) => {
      held = { result: await work(tx) };
      if (dryRun) throw new Rehearsal();
      return held.result;
    });
  } catch (error) {
    if (error instanceof Rehearsal && held) return (held as { result: T }).result;
    throw error;
  }
}

class Rehearsal extends Error {}
