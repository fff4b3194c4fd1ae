import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GROWTH_CLASSES, type GrowthClass } from '#toil';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';
import { MetricNullReasonEnum } from './metric.type.js';

export const GrowthClassEnum = Object.fromEntries(GROWTH_CLASSES.map((name) => [name, name]));
registerEnumType(GrowthClassEnum, { name: 'GrowthClass' });

@ObjectType({ isAbstract: true })
class GrowthFit {
  @Field(() => DecimalScalar, { nullable: true })
  slope: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  intercept: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  r2: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  slopeLow: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  slopeHigh: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Slope of the logarithms; null where a size or an hour is 0.',
  })
  elasticity: string | null;

  @Field(() => GrowthClassEnum, { nullable: true })
  growthClass: GrowthClass | null;

  @Field(() => Boolean, { nullable: true })
  scalesLinearly: boolean | null;

  @Field(() => MetricNullReasonEnum, { nullable: true })
  nullReason: string | null;
}

@ObjectType({ description: 'An automation that went live: the date of its first successful run.' })
export class GrowthCut {
  @Field()
  automation: string;

  @Field(() => DateScalar)
  date: string;
}

@ObjectType({ description: 'A whole week, by its first day.' })
export class GrowthPoint {
  @Field(() => DateScalar)
  week: string;

  @Field(() => Int)
  size: number;

  @Field(() => Float)
  hours: number;
}

@ObjectType({
  description: 'Weeks between two go-lives. The week in which an automation went live is in no segment.',
})
export class GrowthSegment extends GrowthFit {
  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: 'exclusive' })
  to: string;

  @Field(() => [GrowthCut], { description: 'The automations that it begins after; empty for the oldest.' })
  cutBy: GrowthCut[];

  @Field(() => [GrowthPoint])
  points: GrowthPoint[];
}

@ObjectType({
  description:
    'Least squares of weekly toil hours on size, 95 % interval of the slope, over the newest segment. Size and time grow together: no proof of a cause.',
})
export class GrowthReport extends GrowthFit {
  @Field(() => [GrowthSegment], {
    description:
      'Oldest first; the series is cut where an automation of the service went live. None of given points.',
  })
  segments: GrowthSegment[];
}
