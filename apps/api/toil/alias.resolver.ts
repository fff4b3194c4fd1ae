import {
  Args,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import {
  Aliases,
  PERSON_NAME_SOURCES,
  type PersonAlias,
  type PersonNameSource,
  SERVICE_NAME_SOURCES,
  type ServiceAlias,
  type ServiceNameSource,
} from '#toil';
import { Allow } from '../graphql/allow.js';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { PersonType } from './person.type.js';
import { ServiceType } from './service.type.js';

const enumOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const ServiceNameSourceEnum = enumOf(SERVICE_NAME_SOURCES);
registerEnumType(ServiceNameSourceEnum, { name: 'ServiceNameSource' });
const PersonNameSourceEnum = enumOf(PERSON_NAME_SOURCES);
registerEnumType(PersonNameSourceEnum, { name: 'PersonNameSource' });

@ObjectType('ServiceAlias', { description: 'How another system calls a service.' })
export class ServiceAliasType {
  @Field(() => ServiceNameSourceEnum)
  source: ServiceNameSource;

  @Field()
  name: string;

  serviceId: string | null;
}

@ObjectType('PersonAlias', { description: 'How another system calls a person.' })
export class PersonAliasType {
  @Field(() => PersonNameSourceEnum)
  source: PersonNameSource;

  @Field()
  name: string;

  personId: string;
}

@InputType({
  description:
    'A GITHUB_LABEL that is mapped (with or without a service) makes an issue an incident, as "incident" does.',
})
export class MapServiceNameInput {
  @Field(() => ServiceNameSourceEnum)
  source: ServiceNameSource;

  @Field({ description: 'In any case.' })
  name: string;

  @Field(() => String, { nullable: true })
  service?: string | null;
}

@InputType()
export class MapPersonNameInput {
  @Field(() => PersonNameSourceEnum)
  source: PersonNameSource;

  @Field({ description: 'In any case.' })
  name: string;

  @Field()
  person: string;
}

@InputType()
export class ForgetServiceNameInput {
  @Field(() => ServiceNameSourceEnum)
  source: ServiceNameSource;

  @Field()
  name: string;
}

/** What other systems call our services and people; a name that nobody mapped stands for the equal key. */
@Resolver(() => ServiceAliasType)
export class AliasResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly aliases: Aliases,
  ) {}

  @Query(() => [ServiceAliasType])
  serviceAliases(): Promise<ServiceAlias[]> {
    return this.aliases.services(this.transactions.read);
  }

  @Query(() => [PersonAliasType])
  personAliases(): Promise<PersonAlias[]> {
    return this.aliases.people(this.transactions.read);
  }

  @Mutation(() => AcceptedPayload)
  @Allow('LEAD')
  mapServiceName(
    @Args('input') { source, name, service }: MapServiceNameInput,
    @CurrentCaller() caller: Caller,
  ) {
    return accepted(() =>
      this.transactions.run((tx) => this.aliases.mapService(tx, caller, source, name, service ?? null)),
    );
  }

  @Mutation(() => AcceptedPayload)
  @Allow('LEAD')
  mapPersonName(
    @Args('input') { source, name, person }: MapPersonNameInput,
    @CurrentCaller() caller: Caller,
  ) {
    return accepted(() =>
      this.transactions.run((tx) => this.aliases.mapPerson(tx, caller, source, name, person)),
    );
  }

  @Mutation(() => AcceptedPayload)
  @Allow('LEAD')
  forgetServiceName(
    @Args('input') { source, name }: ForgetServiceNameInput,
    @CurrentCaller() caller: Caller,
  ) {
    return accepted(() =>
      this.transactions.run((tx) => this.aliases.forgetService(tx, caller, source, name)),
    );
  }

  @ResolveField(() => ServiceType, { nullable: true })
  service(@Parent() alias: ServiceAlias, @Loaders() loaders: Loaders) {
    return alias.serviceId === null ? null : loaders.service.load(alias.serviceId);
  }
}

/** The person behind a foreign name. */
@Resolver(() => PersonAliasType)
export class PersonAliasResolver {
  @ResolveField(() => PersonType)
  person(@Parent() alias: PersonAlias, @Loaders() loaders: Loaders) {
    return loaders.person.load(alias.personId);
  }
}
