import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import { DeploymentRepository } from '../deployment/deployment.repository.js';
import type { TrafficReport } from './protocol.js';

/** Adds what serving processes counted to the tables. */
@Injectable()
export class TrafficKeeper {
  constructor(
    private readonly transactions: Transactions,
    private readonly deployments: DeploymentRepository,
  ) {}

  /** All reports or none. */
  async add(reports: readonly TrafficReport[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const report of reports) await this.deployments.addTraffic(tx, report, report);
    });
  }
}
