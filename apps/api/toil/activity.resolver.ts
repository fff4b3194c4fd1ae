import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Transactions } from '#platform';
import { RecordActivity } from '#toil';
import { accepted } from '../graphql/answer.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { RecordActivityInput } from './capture.input.js';

/** Signs of work that bots and scripts saw. */
@Resolver()
export class ActivityResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly recording: RecordActivity,
  ) {}

  @Mutation(() => AcceptedPayload, {
    description: 'Becomes a draft to confirm; the same source and externalId again changes nothing.',
  })
  recordActivity(@Args('input') input: RecordActivityInput) {
    return accepted(() =>
      this.transactions.run((tx) => this.recording.record(tx, { ...input, source: input.source ?? 'CHAT' })),
    );
  }
}
