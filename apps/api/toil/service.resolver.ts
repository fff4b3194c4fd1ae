import {
  Args,
  Field,
  InputType,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { EditService, type Service, Services } from '#toil';
import { Allow } from '../graphql/allow.js';
import { accepted, answer } from '../graphql/answer.js';
import { Connection } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { DateScalar } from '../graphql/scalars.js';
import { KeptArgs } from './kept.args.js';
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

@InputType({ description: 'What is left out stays.' })
export class UpdateServiceInput {
  @Field()
  service: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: takes no new entries, and no capacity from today on; false: is back.',
  })
  archived?: boolean | null;

  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
}

const ServiceConnection = Connection(ServiceType, 'Service');

/** Services and their sizes. */
@Resolver(() => ServiceType)
export class ServiceResolver {
  constructor(
    private readonly services: Services,
    private readonly editing: EditService,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => ServiceConnection, { name: 'services' })
  list(@Args() { archived, ...page }: KeptArgs) {
    return this.services.page(this.transactions.read, page, archived);
  }

  @Mutation(() => ServicePayload)
  @Allow('LEAD')
  createService(@Args('input') input: CreateServiceInput, @CurrentCaller() caller: Caller) {
    return answer('service', () => this.transactions.run((tx) => this.services.create(tx, caller, input)));
  }

  @Mutation(() => ServicePayload)
  @Allow('LEAD')
  updateService(@Args('input') input: UpdateServiceInput, @CurrentCaller() caller: Caller) {
    return answer('service', () => this.transactions.run((tx) => this.editing.edit(tx, caller, input)));
  }

  @ResolveField(() => ServiceType, { nullable: true, description: 'What it was merged into.' })
  mergedInto(@Parent() service: Service, @Loaders() loaders: Loaders) {
    return service.mergedInto === null ? null : loaders.service.load(service.mergedInto);
  }

  @Mutation(() => AcceptedPayload)
  recordServiceSize(@Args('input') input: RecordServiceSizeInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.services.recordSize(tx, caller, input)));
  }
}
