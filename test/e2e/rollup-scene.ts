import { Transactions } from '#platform';
import { RollupKeeper } from '#toil';
import type { TestApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

/** The same report once with the roll-ups and once without: where they are void, the facts answer for everything. */
export function rollupScene(api: TestApi) {
  const { report } = toilScene(api);
  const setCut = (change: string): Promise<unknown> =>
    api.app.get(Transactions).run((tx) => tx.query(`update rollup_state set cut_by = ${change}`));
  return {
    /** Brings roll-ups up to date, a few weeks at a time. */
    refresh: async (): Promise<void> => {
      const keeper = api.app.get(RollupKeeper);
      const transactions = api.app.get(Transactions);
      while ((await transactions.run((tx) => keeper.refresh(tx, 7))) > 0);
      await transactions.run((tx) => keeper.compact(tx));
    },
    fromRollups: report,
    fromFacts: async (question: object) => {
      await setCut(`'void ' || cut_by`);
      return report(question).finally(() => setCut(`substring(cut_by from 6)`));
    },
  };
}
