import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AcceptFindings, type Dataset, QuarantinePictures, type Reviewed, ReviewRepository } from '#ml';
import { type Caller, type Page, Transactions } from '#platform';
import { answerWith } from '../graphql/answer.js';
import { PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { DatasetType } from './dataset.type.js';
import { AcceptFindingsInput, QuarantinePicturesInput, ReviewIdsInput } from './review.input.js';
import {
  FindingAcceptanceConnection,
  QuarantinedPictureConnection,
  type QuarantinedPictureType,
  quarantinedView,
  ReviewPayload,
} from './review.type.js';

const answered = (work: () => Promise<Reviewed>) =>
  answerWith<{ dataset: Dataset | null; changed: number }>({ dataset: null, changed: 0 }, work);

/** What people decide about the pictures and findings of a dataset. */
@Resolver(() => DatasetType)
export class ReviewResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly reviews: ReviewRepository,
    private readonly quarantine: QuarantinePictures,
    private readonly acceptance: AcceptFindings,
  ) {}

  @Mutation(() => ReviewPayload, {
    description:
      'Takes pictures out of use: out of the report, of runs, and of what automatic training counts.',
  })
  quarantinePictures(@Args('input') input: QuarantinePicturesInput, @CurrentCaller() caller: Caller) {
    return answered(() => this.quarantine.quarantine(caller, input));
  }

  @Mutation(() => ReviewPayload, {
    description: 'Brings quarantined pictures back into use; they count as new data.',
  })
  releasePictures(@Args('input') input: ReviewIdsInput, @CurrentCaller() caller: Caller) {
    return answered(() => this.quarantine.release(caller, input));
  }

  @Mutation(() => ReviewPayload, {
    description:
      'Lets findings pass that a person has looked at. Accepting DRIFT lets automatic training go on.',
  })
  acceptFindings(@Args('input') input: AcceptFindingsInput, @CurrentCaller() caller: Caller) {
    return answered(() => this.acceptance.accept(caller, input));
  }

  @Mutation(() => ReviewPayload, { description: 'Takes acceptances back: the findings count again.' })
  withdrawAcceptances(@Args('input') input: ReviewIdsInput, @CurrentCaller() caller: Caller) {
    return answered(() => this.acceptance.withdraw(caller, input));
  }

  @ResolveField(() => QuarantinedPictureConnection, { description: 'newest first' })
  async quarantinedPictures(
    @Parent() dataset: Dataset,
    @Args() page: PageArgs,
  ): Promise<Page<QuarantinedPictureType>> {
    const found = await this.reviews.quarantined(this.transactions.read, dataset.id, page);
    return { ...found, nodes: found.nodes.map((one) => quarantinedView(dataset.key, one)) };
  }

  @ResolveField(() => FindingAcceptanceConnection, { description: 'newest first' })
  acceptances(@Parent() dataset: Dataset, @Args() page: PageArgs) {
    return this.reviews.acceptances(this.transactions.read, dataset.id, page);
  }
}
