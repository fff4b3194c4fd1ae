import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import type { AlertChannelKind, AlertStatus } from '#platform';
import { PageArgs } from '../graphql/connection.js';
import { AlertChannelKindEnum, AlertStatusEnum } from './alert.type.js';

@InputType()
export class CreateAlertChannelInput {
  @Field(() => AlertChannelKindEnum)
  kind: AlertChannelKind;

  @Field()
  target: string;

  @Field(() => String, { nullable: true })
  secret?: string | null;

  @Field(() => [String], { nullable: true })
  kinds?: string[] | null;
}

@InputType({
  description: 'disabled: true stops sending, false begins again; what was missed meanwhile is not sent.',
})
export class UpdateAlertChannelInput {
  @Field(() => ID)
  id: string;

  @Field()
  disabled: boolean;
}

@ArgsType()
export class AlertsArgs extends PageArgs {
  @Field(() => AlertStatusEnum, { nullable: true })
  status?: AlertStatus | null;

  @Field(() => String, { nullable: true })
  kind?: string | null;
}
