import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions, type Tx } from '#platform';
import {
  Amendments,
  Classifier,
  dateOf,
  Organizations,
  WeekLocks,
  type WorkEntry,
  WorkHistory,
  WorkLog,
} from '#toil';
import { AuditRecordType } from '../audit/audit.type.js';
import { Allow } from '../graphql/allow.js';
import { accepted, answer } from '../graphql/answer.js';
import { Connection } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.js';
import { PersonType } from './person.type.js';
import { ServiceType } from './service.type.js';
import { TaskTypeType } from './task-type.resolver.js';
import {
  AmendWorkInput,
  DeleteWorkInput,
  LockPeriodInput,
  UpdateWorkInput,
  WorkEntriesArgs,
} from './work.input.js';
import { ClassReasonEnum, WorkEntryPayload, WorkEntryType } from './work.type.js';

const WorkEntryConnection = Connection(WorkEntryType, 'WorkEntry');

/** What becomes of work that was logged. */
@Resolver(() => WorkEntryType)
export class WorkResolver {
  constructor(
    private readonly log: WorkLog,
    private readonly amendments: Amendments,
    private readonly locks: WeekLocks,
    private readonly transactions: Transactions,
  ) {}

  @Mutation(() => WorkEntryPayload)
  updateWork(@Args('input') input: UpdateWorkInput, @CurrentCaller() caller: Caller) {
    return this.entry((tx) => this.log.update(tx, caller, input));
  }

  @Mutation(() => WorkEntryPayload)
  deleteWork(@Args('input') input: DeleteWorkInput, @CurrentCaller() caller: Caller) {
    return this.entry((tx) => this.log.delete(tx, caller, input));
  }

  @Mutation(() => WorkEntryPayload)
  amendWork(@Args('input') input: AmendWorkInput, @CurrentCaller() caller: Caller) {
    return this.entry((tx) => this.amendments.amend(tx, caller, input));
  }

  @Mutation(() => AcceptedPayload)
  @Allow('LEAD')
  lockPeriod(@Args('input') input: LockPeriodInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.locks.lock(tx, caller, input.weekStarting)));
  }

  private entry(work: (tx: Tx) => Promise<WorkEntry>) {
    return answer('entry', () => this.transactions.run(work));
  }
}

/** What was logged, and what happened to it since. */
@Resolver(() => WorkEntryType)
export class WorkEntryResolver {
  constructor(
    private readonly history: WorkHistory,
    private readonly classifier: Classifier,
    private readonly organizations: Organizations,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => WorkEntryConnection, {
    description: 'Entries that touch the range, in order of time; deleted ones are left out.',
  })
  workEntries(@Args() args: WorkEntriesArgs) {
    return this.history.page(this.transactions.read, args, args);
  }

  @Query(() => [AuditRecordType], { description: 'Everything that happened to the entry, oldest first.' })
  workEntryHistory(@Args('id', { type: () => ID }) id: string) {
    return this.history.of(this.transactions.read, id);
  }

  @ResolveField(() => PersonType)
  person(@Parent() entry: WorkEntry, @Loaders() loaders: Loaders) {
    return loaders.person.load(entry.personId);
  }

  @ResolveField(() => ServiceType, { nullable: true })
  service(@Parent() entry: WorkEntry, @Loaders() loaders: Loaders) {
    return entry.serviceId === null ? null : loaders.service.load(entry.serviceId);
  }

  @ResolveField(() => TaskTypeType, { nullable: true })
  taskType(@Parent() entry: WorkEntry, @Loaders() loaders: Loaders) {
    return entry.taskTypeId === null ? null : loaders.taskType.load(entry.taskTypeId);
  }

  @ResolveField(() => ClassReasonEnum, { description: 'Why the entry has its class.' })
  async classReason(@Parent() entry: WorkEntry) {
    return (await this.classifier.evidence(this.transactions.read, entry)).reason;
  }

  @ResolveField(() => DateTimeScalar, { nullable: true })
  start(@Parent() entry: WorkEntry): Date | null {
    return entry.startAt;
  }

  @ResolveField(() => DateTimeScalar, { nullable: true })
  end(@Parent() entry: WorkEntry): Date | null {
    return entry.endAt;
  }

  @ResolveField(() => DateScalar, { description: 'Of the start, in the reporting zone.' })
  async date(@Parent() entry: WorkEntry): Promise<string> {
    if (entry.onDate !== null) return entry.onDate;
    const { reportingZone } = await this.organizations.current(this.transactions.read);
    return dateOf((entry.startAt as Date).getTime(), reportingZone);
  }
}
