import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type AlertChannel,
  AlertChannels,
  type Caller,
  ChannelTest,
  type ChannelTested,
  Transactions,
} from '#platform';
import { Allow } from '../graphql/allow.js';
import { answer, answerWith } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { CreateAlertChannelInput, UpdateAlertChannelInput } from './alert.input.js';
import {
  AlertChannelChangedPayload,
  AlertChannelPayload,
  AlertChannelType,
  ChannelTestPayload,
} from './alert.type.js';

/** Where alerts are sent. */
@Resolver(() => AlertChannelType)
export class ChannelResolver {
  constructor(
    private readonly channels: AlertChannels,
    private readonly tests: ChannelTest,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => [AlertChannelType])
  @Allow('LEAD')
  alertChannels(): Promise<AlertChannel[]> {
    return this.channels.list(this.transactions.read);
  }

  @Mutation(() => AlertChannelPayload)
  @Allow('ADMIN')
  createAlertChannel(@Args('input') input: CreateAlertChannelInput, @CurrentCaller() caller: Caller) {
    return answer('id', () => this.transactions.run((tx) => this.channels.create(tx, caller, input)));
  }

  @Mutation(() => AlertChannelChangedPayload)
  @Allow('ADMIN')
  updateAlertChannel(
    @Args('input') { id, disabled }: UpdateAlertChannelInput,
    @CurrentCaller() caller: Caller,
  ) {
    return answer('channel', () =>
      this.transactions.run((tx) => this.channels.change(tx, caller, id, disabled)),
    );
  }

  @Mutation(() => ChannelTestPayload, {
    description: 'Sends a notice that says it is a test, and waits for the receiver.',
  })
  @Allow('ADMIN')
  testAlertChannel(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller) {
    const refused: ChannelTested = { delivered: false, reason: null };
    return answerWith(refused, () => this.tests.send(this.transactions.read, caller, id));
  }
}
