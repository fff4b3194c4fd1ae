import { describe, expect, it } from 'vitest';
import { Idempotency, Refusal } from '#platform';
import { useDatabase } from '../harness/use-database.js';

describe('Idempotency', () => {
  const db = useDatabase();
  const idempotency = new Idempotency();

  it('runs the work once for twenty equal calls at the same time, and answers all alike', async () => {
    let runs = 0;
    const call = () =>
      db.transactions.run((tx) =>
        idempotency.once(tx, 'test', 'same', { a: 1, b: null }, async () => `id_${++runs}`),
      );
    const answers = await Promise.all(Array.from({ length: 20 }, call));
    expect([runs, new Set(answers)]).toEqual([1, new Set(['id_1'])]);
  });

  it('takes an explicit null for a field that was left out', async () => {
    const once = (input: object) =>
      db.transactions.run((tx) => idempotency.once(tx, 'test', 'nulls', input, async () => 'first'));
    await once({ a: 1 });
    await expect(once({ a: 1, b: null, c: undefined })).resolves.toBe('first');
  });

  it('refuses the same key with another input', async () => {
    const once = (input: object) =>
      db.transactions.run((tx) => idempotency.once(tx, 'test', 'reused', input, async () => 'first'));
    await once({ a: 1 });
    await expect(once({ a: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('names the place where the caller gave the key', async () => {
    const at = (key: string, ...place: [string[]?]) =>
      db.transactions.run((tx) => idempotency.once(tx, 'test', key, {}, async () => 'first', ...place));
    await expect(at('')).rejects.toMatchObject({ path: ['input', 'idempotencyKey'] });
    await expect(at('', ['idempotencyKey'])).rejects.toMatchObject({ path: ['idempotencyKey'] });
  });

  it('forgets the key when the work was refused', async () => {
    const once = (work: () => Promise<string>) =>
      db.transactions.run((tx) => idempotency.once(tx, 'test', 'refused', {}, work));
    const refused = once(() => Promise.reject(new Refusal('NOT_FOUND', 'no', [])));
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(once(async () => 'second try')).resolves.toBe('second try');
  });
});
