import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import {
  Automations,
  CandidateRanking,
  SavedCandidates,
  SavingsBooks,
  SavingsLedger,
  ToilGrowth,
} from '#toil';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import {
  AutomationCandidatesArgs,
  CandidateInput,
  RecordAutomationRunInput,
  RegisterAutomationInput,
  ReverseAutomationRunArgs,
  SavingsLedgerArgs,
  ToilGrowthArgs,
} from './automation.input.js';
import { AutomationCandidate, AutomationType, SavingsLedgerType } from './automation.type.js';
import { GrowthReport } from './growth.type.js';
import { ServiceType } from './service.type.js';

const HORIZON_WEEKS = 52;

/** What automating would pay, and whether toil grows with the service. */
@Resolver()
export class CandidateResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly ranking: CandidateRanking,
    private readonly growth: ToilGrowth,
    private readonly candidates: SavedCandidates,
  ) {}

  @Query(() => [AutomationCandidate])
  automationCandidates(@Args() { goLive, horizonWeeks, candidates }: AutomationCandidatesArgs) {
    return this.ranking.rank(
      this.transactions.read,
      goLive,
      horizonWeeks ?? HORIZON_WEEKS,
      candidates ?? null,
    );
  }

  @Query(() => GrowthReport, {
    description: 'Weekly toil hours against size, over [from, to); or the given points instead.',
  })
  toilGrowth(@Args() asked: ToilGrowthArgs) {
    return this.transactions.runAtOneInstant((tx) => this.growth.report(tx, asked));
  }

  @Mutation(() => AcceptedPayload, { description: 'Keeps the estimates; the same key again replaces them.' })
  saveAutomationCandidate(@Args('input') input: CandidateInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.candidates.save(tx, caller, input)));
  }

  @Mutation(() => AcceptedPayload)
  removeAutomationCandidate(@Args('key') key: string, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.candidates.remove(tx, caller, key)));
  }
}

/** What was automated, and what it really saved. */
@Resolver(() => AutomationType)
export class AutomationResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly automationBook: Automations,
    private readonly ledger: SavingsLedger,
    private readonly books: SavingsBooks,
  ) {}

  @Query(() => [AutomationType])
  automations() {
    return this.automationBook.list(this.transactions.read);
  }

  @Query(() => SavingsLedgerType)
  savingsLedger(@Args() { automation, from, to }: SavingsLedgerArgs) {
    return this.books.report(this.transactions.read, automation, from, to);
  }

  @Mutation(() => AcceptedPayload)
  registerAutomation(@Args('input') input: RegisterAutomationInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.automationBook.register(tx, caller, input)));
  }

  @Mutation(() => AcceptedPayload)
  recordAutomationRun(@Args('input') input: RecordAutomationRunInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.ledger.record(tx, caller, input)));
  }

  @Mutation(() => AcceptedPayload)
  reverseAutomationRun(
    @Args() { automation, runId, reason }: ReverseAutomationRunArgs,
    @CurrentCaller() caller: Caller,
  ) {
    return accepted(() =>
      this.transactions.run((tx) => this.ledger.reverse(tx, caller, automation, runId, reason)),
    );
  }

  @ResolveField(() => ServiceType)
  service(@Parent() automation: AutomationType, @Loaders() loaders: Loaders) {
    return loaders.service.load(automation.serviceId);
  }
}
