import { type CheckState, type DataReport, type Dataset, DatasetRepository } from '#ml';
import { Transactions } from '#platform';
import { byKey, type Loader, Loads, type LoadsMany } from '../graphql/loaders.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    dataset: Loader<Dataset>;
    dataReport: Loader<DataReport>;
    checkState: Loader<CheckState>;
    brokenCheck: Loader<string | null>;
  }
}

/** Datasets by id. */
@Loads('dataset')
export class DatasetLoader implements LoadsMany<Dataset> {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, Dataset>> {
    return byKey(await this.datasets.byIds(this.transactions.read, ids));
  }
}

/** Reports by the id of their check. */
@Loads('dataReport')
export class DataReportLoader implements LoadsMany<DataReport> {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
  ) {}

  async many(checkIds: readonly string[]): Promise<Map<string, DataReport>> {
    return this.datasets.reports(this.transactions.read, checkIds);
  }
}

/** Whether a check of a dataset waits or runs, and which one its report is of. */
@Loads('checkState')
export class CheckStateLoader implements LoadsMany<CheckState> {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
  ) {}

  many(ids: readonly string[]): Promise<Map<string, CheckState>> {
    return this.datasets.checkStates(this.transactions.read, ids);
  }
}

/** The id of a dataset's newest check when that one broke. */
@Loads('brokenCheck')
export class BrokenCheckLoader implements LoadsMany<string | null> {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
  ) {}

  many(ids: readonly string[]): Promise<Map<string, string | null>> {
    return this.datasets.broken(this.transactions.read, ids);
  }

  nothing(): null {
    return null;
  }
}
