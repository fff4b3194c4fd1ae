import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock, Transactions } from '#platform';
import { RollupKeeper } from '#toil';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

// Work days of three weeks; a different number of hours on each, so that no day can be taken for another.
const DAYS = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20];
const FIELDS = 'consumedPercent burn1d burn5d burn20d daysLeft openRules unknown';

describe('a budget read from the roll-ups', () => {
  const api = useApi({ clock: new ManualClock(new Date('2026-04-01T00:00:00Z')) });
  const scene = toilScene(api);
  const statuses = () =>
    Promise.all(
      ['2026-03-04', '2026-03-11', '2026-03-20'].map(async (at) => {
        const query = `query($at: Date!) { budgetStatus(service: "checkout", at: $at) { ${FIELDS} } }`;
        return (await api.must(query, { at })).budgetStatus;
      }),
    );

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'UTC' });
    await scene.service('checkout');
    await scene.person('kim');
    await scene.allocate('kim', 'checkout', 100);
    await api.must(
      'mutation($i: SetBudgetInput!) { setBudget(input: $i) { accepted userErrors { message } } }',
      { i: { service: 'checkout', budgetPercent: '50', from: '2026-03-02' } },
    );
    for (const [index, day] of DAYS.entries()) {
      await scene.log({
        person: 'kim',
        service: 'checkout',
        workClass: 'TOIL',
        date: `2026-03-${String(day).padStart(2, '0')}`,
        duration: `${30 + index * 10}m`,
      });
    }
  });

  it('is the one read from the facts', async () => {
    const fromFacts = await statuses();
    const [keeper, transactions] = [api.app.get(RollupKeeper), api.app.get(Transactions)];
    while ((await transactions.run((tx) => keeper.refresh(tx, 7))) > 0);
    await transactions.run((tx) => keeper.compact(tx));
    expect(fromFacts.map(({ consumedPercent }: { consumedPercent: string }) => consumedPercent)).toEqual([
      // 120 min of 20 days at 4 h, then 480 and 1500.
      '2.50',
      '10.83',
      '31.25',
    ]);
    expect(await statuses()).toEqual(fromFacts);
  });

  it('ends with the day asked for, also while the week of that day is yet to be rolled up again', async () => {
    const before = await statuses();
    await scene.log({
      person: 'kim',
      service: 'checkout',
      workClass: 'TOIL',
      date: '2026-03-13',
      duration: '60m',
    });
    const after = await statuses();
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2].consumedPercent).toBe('32.50');
  });
});
