import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Attribution, IncidentMode, MetricValue, TimeBand, ToilBand, ToilBasis, ToilView } from '#toil';
import { DateScalar, DateTimeScalar, DecimalScalar, SecondsScalar } from '../graphql/scalars.js';
import {
  AttributionEnum,
  IncidentModeEnum,
  MetricValueType,
  TimeBandEnum,
  ToilBandEnum,
  ToilBasisEnum,
  ToilViewEnum,
} from './metric.type.js';

@ObjectType('ServiceToil')
export class ServiceToilType {
  serviceId: string;

  @Field(() => MetricValueType)
  toil: MetricValue;

  @Field(() => SecondsScalar)
  engineeringSeconds: number;

  @Field(() => SecondsScalar)
  overheadSeconds: number;

  @Field(() => ToilBandEnum)
  band: ToilBand;
}

@ObjectType('PersonToil', {
  description:
    "The selected services' toil over the person's whole capacity. Own row; a lead: their people; an admin: all (audited).",
})
export class PersonToilType {
  personId: string;

  @Field(() => MetricValueType)
  toil: MetricValue;

  @Field(() => SecondsScalar)
  engineeringSeconds: number;

  @Field(() => SecondsScalar)
  overheadSeconds: number;
}

@ObjectType('ToilReportWeek', {
  description:
    'One row for each week that the range touches, cut to the range. hours: clock length of the whole week in the reporting zone (167, 168 or 169).',
})
export class ToilReportWeekType {
  @Field()
  label: string;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar)
  to: string;

  @Field(() => Int)
  hours: number;

  @Field({ description: 'Not over at asOf: capacity of all its days, time of a part of them.' })
  partial: boolean;

  @Field(() => MetricValueType)
  total: MetricValue;

  @Field(() => [ServiceToilType])
  services: ServiceToilType[];
}

export const ContributorKindEnum = {
  TASK_TYPE: 'TASK_TYPE',
  INCIDENT: 'INCIDENT',
  OTHER_WORK: 'OTHER_WORK',
} as const;
registerEnumType(ContributorKindEnum, { name: 'ContributorKind' });

@ObjectType('ToilContributor', {
  description: 'One thing that toil came from; seconds in full, before any union or split.',
})
export class ContributorType {
  @Field(() => ContributorKindEnum)
  kind: keyof typeof ContributorKindEnum;

  @Field(() => ID, { nullable: true })
  id: string | null;

  @Field()
  title: string;

  @Field(() => SecondsScalar)
  seconds: number;

  @Field(() => Int)
  items: number;
}

@ObjectType('ToilSpread', {
  description: 'How unevenly toil lies on people, without names; below five people only their number.',
})
export class SpreadType {
  @Field(() => Int)
  people: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '0 = everybody the same, towards 1 = all on one.',
  })
  gini: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  lowestPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  medianPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  highestPercent: string | null;
}

@ObjectType('ToilReport')
export class ToilReportType {
  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar)
  to: string;

  @Field(() => MetricValueType)
  total: MetricValue;

  @Field(() => [ServiceToilType])
  services: ServiceToilType[];

  @Field(() => [String], { description: 'data-quality notices, e.g. a service with toil and no capacity' })
  notices: string[];

  @Field(() => MetricValueType, {
    nullable: true,
    description:
      'where the range is a locked week: the frozen answer for the same services, basis, view and mode',
  })
  snapshot: MetricValue | null;
}

@InputType({
  description:
    "from and to: dates in the reporting zone, to exclusive. services selects after attribution. timeBand cuts the numerator only (the person's zone). combined: survey and snippets join in. asOf: what was known then.",
})
export class ToilReportInput {
  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar)
  to: string;

  @Field(() => [String], { nullable: true })
  services?: string[] | null;

  @Field(() => ToilBasisEnum, { nullable: true, defaultValue: 'CAPACITY' })
  basis?: ToilBasis | null;

  @Field(() => IncidentModeEnum, { nullable: true, defaultValue: 'ENGAGED' })
  incidentMode?: IncidentMode | null;

  @Field(() => ToilViewEnum, { nullable: true, defaultValue: 'PERSON' })
  view?: ToilView | null;

  @Field(() => AttributionEnum, {
    nullable: true,
    description:
      "Whose a slice of a person's time is that several services claim; left out: the organisation's (EQUAL_SPLIT). Rows of people never count it twice.",
  })
  attribution?: Attribution | null;

  @Field(() => TimeBandEnum, { nullable: true })
  timeBand?: TimeBand | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false })
  combined?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true })
  asOf?: Date | null;
}
