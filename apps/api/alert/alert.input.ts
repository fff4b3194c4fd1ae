import { ArgsType, Field, InputType } from '@nestjs/graphql';
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

@ArgsType()
export class AlertsArgs extends PageArgs {
  @Field(() => AlertStatusEnum, { nullable: true })
  status?: AlertStatus | null;

  @Field(() => String, { nullable: true })
  kind?: string | null;
}
