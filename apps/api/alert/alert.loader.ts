import { type Alert, Alerts, Transactions } from '#platform';
import { byKey, type Loader, Loads, type LoadsMany } from '../graphql/loaders.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    alert: Loader<Alert>;
  }
}

/** Alerts by id. */
@Loads('alert')
export class AlertLoader implements LoadsMany<Alert> {
  constructor(
    private readonly alerts: Alerts,
    private readonly transactions: Transactions,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, Alert>> {
    return byKey(await this.alerts.byIds(this.transactions.read, ids));
  }
}
