import { type Evaluation, ModelRepository } from '#ml';
import { Transactions } from '#platform';
import { type Loader, Loads, type LoadsMany } from '../graphql/loaders.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    ownEvaluation: Loader<Evaluation>;
  }
}

/** What versions answered on the validation set that they were trained beside, by the version's id. */
@Loads('ownEvaluation')
export class OwnEvaluationLoader implements LoadsMany<Evaluation> {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: ModelRepository,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, Evaluation>> {
    const { read } = this.transactions;
    const versions = await this.models.byIds(read, ids);
    const evaluations = await this.models.evaluations(read, ids);
    return new Map(
      versions.flatMap(({ id, validationDigest }) => {
        const own = evaluations.find(
          (one) => one.modelVersionId === id && one.validationDigest === validationDigest,
        );
        return own ? [[id, own] as const] : [];
      }),
    );
  }
}
