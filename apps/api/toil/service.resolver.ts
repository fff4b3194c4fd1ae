import { Args, Field, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { Services } from '#toil';
import { Allow } from '../graphql/allow.js';
import { accepted, answer } from '../graphql/answer.js';
import { Connection, PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { DateScalar } from '../graphql/scalars.js';
import { ServicePayload, ServiceType } from './service.type.js';

@InputType()
export class CreateServiceInput {
  @Field()
  key: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({
  description: 'Size of a service (default driver: instances) on a date; feeds the growth slope.',
})
export class RecordServiceSizeInput {
  @Field()
  service: string;

  @Field(() => DateScalar)
  date: string;

  @Field(() => Int)
  instances: number;
}

const ServiceConnection = Connection(ServiceType, 'Service');

/** Services and their sizes. */
@Resolver(() => ServiceType)
export class ServiceResolver {
  constructor(
    private readonly services: Services,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => ServiceConnection, { name: 'services' })
  list(@Args() page: PageArgs) {
    return this.services.page(this.transactions.read, page);
  }

  @Mutation(() => ServicePayload)
  @Allow('LEAD')
  createService(@Args('input') input: CreateServiceInput, @CurrentCaller() caller: Caller) {
    return answer('service', () => this.transactions.run((tx) => this.services.create(tx, caller, input)));
  }

  @Mutation(() => AcceptedPayload)
  recordServiceSize(@Args('input') input: RecordServiceSizeInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.services.recordSize(tx, caller, input)));
  }
}
