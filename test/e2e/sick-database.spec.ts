import { afterAll, describe, expect, it } from 'vitest';
import { TcpProxy } from '../harness/tcp-proxy.js';
import { useApi } from '../harness/use-api.js';

const LOG = `mutation ($input: LogWorkInput!) { logWork(input: $input) { entry { id } userErrors { code } } }`;
const SETUP = `mutation {
  service: createService(input: { key: "checkout", name: "Checkout" }) { userErrors { code } }
  person: createPerson(input: { key: "ada", name: "Ada", zone: "UTC" }) { userErrors { code } }
}`;

// R13: a sick dependency degrades, never lies.
describe('an API whose database is sick', () => {
  let wire: TcpProxy;
  const api = useApi({
    throughWire: async (url) => {
      const at = new URL(url);
      wire = await TcpProxy.to(at.hostname, Number(at.port));
      at.port = String(wire.port);
      return at.href;
    },
  });
  afterAll(() => wire.close());

  const acknowledged = new Map<string, string>();
  let sent = 0;
  /** One entry; true when it was acknowledged. */
  const log = async (): Promise<boolean> => {
    const key = `entry-${++sent}`;
    const input = { person: 'ada', service: 'checkout', date: '2026-03-02', duration: '1m', note: key };
    const answer = await api.query(LOG, { input: { ...input, idempotencyKey: key } }).catch(() => null);
    const id = answer?.data?.logWork?.entry?.id;
    if (id) acknowledged.set(key, id);
    return Boolean(id);
  };
  const probe = async (path: string) => {
    const began = Date.now();
    const response = await fetch(`${api.url}${path}`, { signal: AbortSignal.timeout(10_000) });
    return { status: response.status, text: await response.text(), tookMs: Date.now() - began };
  };
  const recovers = async (): Promise<number> => {
    const began = Date.now();
    await expect.poll(async () => (await probe('/readyz')).status, { timeout: 30_000 }).toBe(200);
    await expect.poll(log, { timeout: 30_000 }).toBe(true);
    return Date.now() - began;
  };

  it.each<[name: string, sicken: () => void, cause: RegExp]>([
    ['is gone', () => wire.cut(), /^\[-\] database: (fails \(\w+\)|no answer within 3 s)$/m],
    ['does not answer', () => wire.clog(), /^\[-\] database: no answer within 3 s$/m],
  ])(
    'says so within 5 s where it %s, acknowledges nothing meanwhile, and recovers by itself',
    async (name, sicken, cause) => {
      if (sent === 0) await api.must(SETUP);
      for (let n = 0; n < 10; n++) expect(await log()).toBe(true);
      const before = acknowledged.size;
      sicken();
      const writes = Promise.all(Array.from({ length: 5 }, log));
      const [ready, live] = await Promise.all([probe('/readyz'), probe('/livez')]);
      expect([ready.status, live.status]).toEqual([503, 200]);
      expect(ready.text).toMatch(cause);
      // The cause, and nothing of the inside: no address, no user.
      expect(ready.text).not.toMatch(/127\.0\.0\.1|postgres|untoil_|test_/);
      expect(ready.tookMs).toBeLessThan(5_000);
      expect(live.tookMs).toBeLessThan(1_000);
      expect(acknowledged.size).toBe(before);
      wire.mend();
      const recoveryMs = await recovers();
      await writes;
      const { workEntries } = await api.must('{ workEntries(first: 100) { nodes { id note } } }');
      const kept = new Map(workEntries.nodes.map((one: { id: string; note: string }) => [one.note, one.id]));
      for (const [key, id] of acknowledged) expect(kept.get(key)).toBe(id);
      process.stdout.write(
        `R13: database ${name}: readyz after ${ready.tookMs} ms, recovery ${recoveryMs} ms, acknowledged ${acknowledged.size}, lost 0\n`,
      );
    },
    90_000,
  );
});
