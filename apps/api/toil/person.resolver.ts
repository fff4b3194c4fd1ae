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
import { type Caller, decimal, Transactions } from '#platform';
import { People, type Person } from '#toil';
import { Allow } from '../graphql/allow.js';
import { answer } from '../graphql/answer.js';
import { Connection } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { DateTimeScalar, DecimalScalar } from '../graphql/scalars.js';
import { KeptArgs } from './kept.args.js';
import { PersonPayload, PersonType } from './person.type.js';

@InputType({ description: "zone left out = the organisation's. lead: who may see this person's own row." })
export class CreatePersonInput {
  @Field()
  key: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  zone?: string | null;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '40' })
  weeklyHours?: string | null;

  @Field(() => String, { nullable: true })
  lead?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({
  description:
    'What is left out stays. zoneFrom: since when the new zone holds; what lies before keeps the old one.',
})
export class UpdatePersonInput {
  @Field()
  person: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  zone?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  zoneFrom?: Date | null;

  @Field(() => DecimalScalar, { nullable: true })
  weeklyHours?: string | null;

  @Field(() => String, { nullable: true })
  lead?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: takes no new entries, and gives no capacity from today on; false: is back.',
  })
  archived?: boolean | null;

  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
}

const PersonConnection = Connection(PersonType, 'Person');

/** The people whose work is measured. */
@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    private readonly people: People,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => PersonConnection, { name: 'people' })
  list(@Args() { archived, ...page }: KeptArgs) {
    return this.people.page(this.transactions.read, page, archived);
  }

  @Mutation(() => PersonPayload)
  @Allow('LEAD')
  createPerson(@Args('input') input: CreatePersonInput, @CurrentCaller() caller: Caller) {
    return answer('person', () => this.transactions.run((tx) => this.people.create(tx, caller, input)));
  }

  @Mutation(() => PersonPayload)
  @Allow('LEAD')
  updatePerson(@Args('input') input: UpdatePersonInput, @CurrentCaller() caller: Caller) {
    return answer('person', () => this.transactions.run((tx) => this.people.update(tx, caller, input)));
  }

  @ResolveField(() => DecimalScalar)
  weeklyHours(@Parent() person: Person): string {
    return decimal(person.weeklyHours);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whom this row was merged into.' })
  mergedInto(@Parent() person: Person, @Loaders() loaders: Loaders) {
    return person.mergedInto === null ? null : loaders.person.load(person.mergedInto);
  }

  @ResolveField(() => PersonType, { nullable: true })
  lead(@Parent() person: Person, @Loaders() loaders: Loaders) {
    return person.leadId === null ? null : loaders.person.load(person.leadId);
  }
}
