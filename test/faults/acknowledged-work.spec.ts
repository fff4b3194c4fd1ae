import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation, type Part, rounds } from './installation.js';

const WRITERS = 8;
const SETUP = `mutation {
  service: createService(input: { key: "checkout", name: "Checkout" }) { userErrors { code } }
  person: createPerson(input: { key: "ada", name: "Ada", zone: "UTC" }) { userErrors { code } }
}`;
const LOG = `mutation ($input: LogWorkInput!) { logWork(input: $input) { entry { id } userErrors { code message } } }`;
const ENTRIES = `query ($after: String) {
  workEntries(first: 100, after: $after) { nodes { id note } pageInfo { hasNextPage endCursor } }
}`;

interface Logged {
  logWork: { entry: { id: string } | null; userErrors: { code: string; message: string }[] };
}
interface Page {
  workEntries: {
    nodes: { id: string; note: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

describe('work that was acknowledged', () => {
  const untoil = new Installation();
  /** What clients hold in their hands: the key they sent and the id they were answered. */
  const ledger = new Map<string, string>();
  let sent = 0;

  beforeAll(async () => {
    await untoil.start();
    await untoil.ask(SETUP);
  });
  afterAll(() => untoil.remove());

  const log = async (key: string): Promise<string> => {
    const input = {
      person: 'ada',
      service: 'checkout',
      date: '2026-03-02',
      duration: '1m',
      note: key,
      idempotencyKey: key,
    };
    const { logWork } = await untoil.ask<Logged>(LOG, { input });
    if (!logWork.entry) throw new Error(logWork.userErrors.map(({ message }) => message).join(', '));
    return logWork.entry.id;
  };

  /** Each writer sends a key until it is acknowledged, as a client behind a broken connection does. */
  const writer = async (isOver: () => boolean): Promise<void> => {
    while (!isOver()) {
      const key = `entry-${++sent}`;
      for (let answered = false; !answered; ) {
        try {
          ledger.set(key, await log(key));
          answered = true;
        } catch {
          if (isOver()) break;
          await new Promise((next) => setTimeout(next, 25));
        }
      }
    }
  };

  const kept = async (): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    for (let after: string | null = null, more = true; more; ) {
      const { workEntries }: Page = await untoil.ask<Page>(ENTRIES, { after });
      for (const { id, note } of workEntries.nodes) {
        // Two rows of one key would be one retry counted twice.
        expect(found.has(note)).toBe(false);
        found.set(note, id);
      }
      after = workEntries.pageInfo.endCursor;
      more = workEntries.pageInfo.hasNextPage;
    }
    return found;
  };

  it.each<Part | 'all'>(['api', 'worker', 'database', 'all'])(
    'survives kill -9 of %s, and a retry of it counts once',
    async (target) => {
      let over = false;
      const writers = Array.from({ length: WRITERS }, () => writer(() => over));
      for (let round = 0; round < rounds(1, 50); round++) {
        const before = ledger.size;
        await expect.poll(() => ledger.size, { timeout: 60_000 }).toBeGreaterThan(before + WRITERS);
        if (target === 'all') {
          await untoil.killAll();
          await untoil.start();
        } else await untoil.kill(target);
      }
      over = true;
      await Promise.all(writers);
      await untoil.answers();
      const found = await kept();
      for (const [key, id] of ledger) expect(found.get(key)).toBe(id);
    },
  );

  it('is one entry however many send the same key at once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => log('same-key')));
    expect(new Set(ids).size).toBe(1);
  });
});
