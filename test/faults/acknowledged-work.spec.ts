import pg from 'pg';
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
  /** Milliseconds from each kill to the next acknowledged entry. */
  const recoveries: number[] = [];
  let kills = 0;
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
        const killed = Date.now();
        if (target === 'all') {
          await untoil.killAll();
          await untoil.start();
        } else await untoil.kill(target);
        kills++;
        const atKill = ledger.size;
        await expect.poll(() => ledger.size, { timeout: 60_000, interval: 10 }).toBeGreaterThan(atKill);
        recoveries.push(Date.now() - killed);
      }
      over = true;
      await Promise.all(writers);
      await untoil.answers();
      const found = await kept();
      const lost = [...ledger].filter(([key, id]) => found.get(key) !== id);
      expect(lost).toEqual([]);
      const sorted = recoveries.toSorted((a, b) => a - b);
      const p = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
      process.stdout.write(
        `R1: after ${kills} kills, the last of ${target}: ${ledger.size} acknowledged, ${lost.length} lost, ${found.size - ledger.size} in doubt; writing again after p50 ${p(0.5)} ms, p95 ${p(0.95)} ms\n`,
      );
    },
  );

  // R3: what is written in one transaction is there together or not at all, wherever the kill came.
  it('has its audit row and its place in the roll-up, and neither is there without it', async () => {
    const client = new pg.Client({ connectionString: untoil.databaseUrl() });
    await client.connect();
    const { rows } = await client.query(
      `select count(*) filter (where a.subject_id is null)::int as without_audit, count(*) filter (where e.id is null)::int as without_entry, count(*)::int as pairs
         from work_entry e full join (select distinct subject_id from audit_record where action = 'work.log') a on a.subject_id = e.id`,
    );
    await client.end();
    expect(rows[0]).toMatchObject({ without_audit: 0, without_entry: 0 });
    expect(rows[0].pairs).toBeGreaterThanOrEqual(ledger.size);
    process.stdout.write(`R3: ${rows[0].pairs} entries and audit rows, 0 alone\n`);
  });

  it('is one entry however many send the same key at once', async () => {
    const keys = rounds(10, 1000);
    for (let n = 0; n < keys; n++) {
      const ids = await Promise.all(Array.from({ length: 20 }, () => log(`same-key-${n}`)));
      expect(new Set(ids).size).toBe(1);
    }
    process.stdout.write(`R2: ${keys} keys sent 20 times at once, 0 counted twice\n`);
  });
});
