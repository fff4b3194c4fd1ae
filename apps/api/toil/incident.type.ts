import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  INCIDENT_EVENT_TYPES,
  INCIDENT_STATUSES,
  INCIDENT_VERDICTS,
  type IncidentEventType,
  type IncidentStatus,
  type IncidentVerdict,
} from '#toil';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DecimalScalar, SecondsScalar } from '../graphql/scalars.js';

const enumOf = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, name]));

export const IncidentStatusEnum = enumOf(INCIDENT_STATUSES);
registerEnumType(IncidentStatusEnum, { name: 'IncidentStatus' });

export const IncidentEventTypeEnum = enumOf(INCIDENT_EVENT_TYPES);
registerEnumType(IncidentEventTypeEnum, { name: 'IncidentEventType' });

export const IncidentVerdictEnum = enumOf(INCIDENT_VERDICTS);
registerEnumType(IncidentVerdictEnum, {
  name: 'IncidentVerdict',
  description: 'Whether a human was needed.',
});

isNode('inc', 'Incident', 'incident');

@ObjectType('IncidentEvent')
export class IncidentEventOutput {
  @Field(() => IncidentEventTypeEnum)
  type: IncidentEventType;

  @Field()
  at: Date;

  personId: string | null;

  @Field(() => Int, { nullable: true, description: "The person's stated hands-on time." })
  handsOnMinutes: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why this end took the place of the one told before; null: it was told as it happened.',
  })
  correctionReason: string | null;
}

@ObjectType({ description: 'The part that one person had in an incident.' })
export class IncidentResponse {
  personId: string;

  @Field(() => SecondsScalar, {
    description: 'Snooze left out; the best guess of the hands-on time until it is stated.',
  })
  engagedSeconds: number;

  @Field(() => SecondsScalar, { nullable: true })
  handsOnSeconds: number | null;

  @Field(() => SecondsScalar, {
    nullable: true,
    description: 'Hands-on time that signs of activity tell of; counts where none is stated.',
  })
  inferredSeconds: number | null;
}

@ObjectType('Incident', { implements: () => [Node] })
export class IncidentType extends Node {
  @Field(() => Int)
  number: number;

  serviceId: string;

  @Field()
  title: string;

  @Field(() => Int)
  severity: number;

  @Field(() => IncidentStatusEnum)
  status: IncidentStatus;

  @Field()
  openedAt: Date;

  @Field(() => Date, { nullable: true })
  acknowledgedAt: Date | null;

  @Field(() => Date, { nullable: true })
  resolvedAt: Date | null;

  @Field(() => Int)
  reopenCount: number;

  @Field({ description: 'The system that told of it; empty when it did not say.' })
  source: string;

  @Field(() => String, { nullable: true, description: 'How that system calls it.' })
  externalId: string | null;

  @Field(() => ID, { nullable: true, description: 'The incident that this one was a duplicate of.' })
  mergedInto: string | null;

  @Field(() => IncidentVerdictEnum, { nullable: true })
  verdict: IncidentVerdict | null;

  @Field(() => String, { nullable: true, description: 'What was done, for whoever meets it next.' })
  stepsTaken: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version: number;
}

@ObjectType()
export class IncidentPayload extends Payload {
  @Field(() => IncidentType, { nullable: true })
  incident: IncidentType | null;

  @Field({ description: 'true when this delivery had been recorded before' })
  duplicate: boolean;
}

@ObjectType({
  description: 'Undefined without incidents. p90: nearest rank; median of an even n: mean of the middle two.',
})
export class DurationStats {
  @Field(() => DecimalScalar, { nullable: true })
  meanMinutes: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  medianMinutes: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  p90Minutes: string | null;

  @Field(() => Int)
  n: number;

  @Field(() => Int, {
    description: 'Incidents of the period that lack the end: not acknowledged, still open.',
  })
  excluded: number;
}

@ObjectType()
export class IncidentStats {
  @Field(() => DurationStats, {
    description: 'Opening to first acknowledgement, of incidents opened in the period.',
  })
  mtta: DurationStats;

  @Field(() => DurationStats, {
    description: 'Sum of the active segments, of incidents finally resolved in the period.',
  })
  mttrActive: DurationStats;

  @Field(() => DurationStats, { description: 'Opening to final resolve, of the same.' })
  mttrElapsed: DurationStats;

  @Field(() => SecondsScalar, { description: 'How long at least one incident was active.' })
  wallUnionSeconds: number;
}
