import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ALERT_CHANNEL_KINDS, type AlertChannelKind, type AlertSeverity, type AlertStatus } from '#platform';
import { Connection } from '../graphql/connection.js';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';

export const AlertSeverityEnum = { CRITICAL: 'CRITICAL', WARNING: 'WARNING', INFO: 'INFO' } as const;
registerEnumType(AlertSeverityEnum, { name: 'AlertSeverity' });

export const AlertStatusEnum = { OPEN: 'OPEN', ACKNOWLEDGED: 'ACKNOWLEDGED', RESOLVED: 'RESOLVED' } as const;
registerEnumType(AlertStatusEnum, { name: 'AlertStatus' });

export const AlertChannelKindEnum = Object.fromEntries(ALERT_CHANNEL_KINDS.map((kind) => [kind, kind]));
registerEnumType(AlertChannelKindEnum, { name: 'AlertChannelKind' });

isNode('alr', 'Alert', 'alert');

@ObjectType('Alert', { implements: () => [Node] })
export class AlertType extends Node {
  @Field()
  kind: string;

  @Field()
  subject: string;

  @Field()
  title: string;

  @Field(() => AlertSeverityEnum)
  severity: AlertSeverity;

  @Field(() => AlertStatusEnum)
  status: AlertStatus;

  @Field(() => DateTimeScalar)
  openedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  resolvedAt: Date | null;

  @Field(() => Int)
  occurrences: number;
}

/** One page of alerts. */
export const AlertConnection = Connection(AlertType, 'Alert');

@ObjectType('AlertChannel', { description: 'Where alerts are sent. Its secret is never shown again.' })
export class AlertChannelType {
  @Field(() => ID)
  id: string;

  @Field(() => AlertChannelKindEnum)
  kind: AlertChannelKind;

  @Field()
  target: string;

  @Field(() => [String], { nullable: true, description: 'Which kinds of alert it hears of; null = all.' })
  kinds: string[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the receiver said that it is gone for good.',
  })
  disabledAt: Date | null;

  @Field(() => DateTimeScalar)
  createdAt: Date;
}

@ObjectType()
export class AlertChannelPayload extends Payload {
  @Field(() => ID, { nullable: true })
  id: string | null;
}

@ObjectType()
export class AlertChannelChangedPayload extends Payload {
  @Field(() => AlertChannelType, { nullable: true })
  channel: AlertChannelType | null;
}

@ObjectType()
export class ChannelTestPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether the receiver took it.' })
  delivered: boolean;

  @Field(() => String, { nullable: true, description: 'Why it did not.' })
  reason: string | null;
}
