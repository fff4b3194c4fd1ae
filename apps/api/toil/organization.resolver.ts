import {
  Args,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { type Caller, fixed, parseUnits, Transactions } from '#platform';
import { type Organization, Organizations, WEEK_DAYS, type WeekDay } from '#toil';
import { Allow } from '../graphql/allow.js';
import { answer } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Payload } from '../graphql/payload.type.js';
import { DecimalScalar, JsonScalar } from '../graphql/scalars.js';

export const WeekDayEnum = Object.fromEntries(WEEK_DAYS.map((day) => [day, day]));
registerEnumType(WeekDayEnum, { name: 'WeekDay' });

@ObjectType('Organization', {
  description: 'The one organisation of this installation; every live report uses its current settings.',
})
export class OrganizationType {
  @Field()
  name: string;

  @Field()
  reportingZone: string;

  @Field(() => WeekDayEnum)
  weekStart: WeekDay;

  @Field(() => DecimalScalar)
  toilBudgetPercent: string;

  @Field()
  locale: string;

  @Field(() => JsonScalar, {
    description: 'What differs from the default thresholds; docs/toil-definitions.md names them.',
  })
  settings: unknown;
}

@InputType({ description: 'What is left out stays. settings: thresholds by name, merged.' })
export class UpdateOrganizationInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  reportingZone?: string | null;

  @Field(() => WeekDayEnum, { nullable: true })
  weekStart?: WeekDay | null;

  @Field(() => DecimalScalar, { nullable: true })
  toilBudgetPercent?: string | null;

  @Field(() => String, { nullable: true })
  locale?: string | null;

  @Field(() => JsonScalar, { nullable: true })
  settings?: unknown;
}

@ObjectType()
export class OrganizationPayload extends Payload {
  @Field(() => OrganizationType, { nullable: true })
  organization: OrganizationType | null;
}

/** The organisation. */
@Resolver(() => OrganizationType)
export class OrganizationResolver {
  constructor(
    private readonly organizations: Organizations,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => OrganizationType)
  async organization() {
    return shown(await this.organizations.current(this.transactions.read));
  }

  @Mutation(() => OrganizationPayload)
  @Allow('ADMIN')
  updateOrganization(@Args('input') input: UpdateOrganizationInput, @CurrentCaller() caller: Caller) {
    return answer('organization', async () =>
      shown(await this.transactions.run((tx) => this.organizations.update(tx, caller, input))),
    );
  }
}

const shown = (organization: Organization) => ({
  ...organization,
  toilBudgetPercent: fixed(parseUnits(organization.toilBudgetPercent, 2), 2),
});
