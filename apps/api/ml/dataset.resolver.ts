import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Dataset, DatasetRepository, ImportDataset, ValidateDataset } from '#ml';
import { type Caller, Transactions } from '#platform';
import { answer } from '../graphql/answer.js';
import { PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { ImportDatasetInput } from './dataset.input.js';
import { DataReportType, DatasetConnection, DatasetPayload, DatasetType } from './dataset.type.js';
import { findingView } from './finding.type.js';

/** Datasets and what the checks found in them. */
@Resolver(() => DatasetType)
export class DatasetResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
    private readonly importing: ImportDataset,
    private readonly validating: ValidateDataset,
  ) {}

  @Query(() => DatasetType, { name: 'dataset', nullable: true })
  byKey(@Args('key') key: string) {
    return this.datasets.byKey(this.transactions.read, key);
  }

  @Query(() => DatasetConnection, { name: 'datasets', description: 'by key' })
  list(@Args() page: PageArgs) {
    return this.datasets.page(this.transactions.read, page);
  }

  @Mutation(() => DatasetPayload)
  importDataset(@Args('input') input: ImportDatasetInput, @CurrentCaller() caller: Caller) {
    return answer('dataset', () => this.importing.import(caller, input));
  }

  @Mutation(() => DatasetPayload, { description: 'Queues the checks; the report lands on the dataset.' })
  validateDataset(@Args('key') key: string) {
    return answer('dataset', () => this.validating.byKey(key));
  }

  @ResolveField(() => Boolean, {
    description: 'A check waits or runs; the report is of the one before until it has finished.',
  })
  async checking(@Parent() dataset: Dataset, @Loaders() loaders: Loaders): Promise<boolean> {
    const state = await loaders.checkState.load(dataset.id);
    return state?.checking ?? false;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why the newest check has no report; null when it has one, or still waits or runs.',
  })
  async checkError(@Parent() dataset: Dataset, @Loaders() loaders: Loaders): Promise<string | null> {
    const broken = await loaders.brokenCheck.load(dataset.id);
    return broken && `The checks broke off: validate again. The log of the worker has the cause (${broken}).`;
  }

  @ResolveField(() => DataReportType, {
    nullable: true,
    description: 'Null until the first check has finished.',
  })
  async report(@Parent() dataset: Dataset, @Loaders() loaders: Loaders): Promise<DataReportType | null> {
    // Not the check that the dataset had when it was read: the same moment as `checking` speaks of.
    const checkId = (await loaders.checkState.load(dataset.id))?.checkId ?? null;
    const report = checkId === null ? null : await loaders.dataReport.load(checkId);
    return report && { ...report, findings: report.findings.map((found) => findingView(dataset.key, found)) };
  }
}
