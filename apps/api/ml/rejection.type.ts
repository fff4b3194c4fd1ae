import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('RejectionPoint', {
  description: 'What "unknown below this confidence" would have meant on the validation set, in answers.',
})
export class RejectionPointType {
  @Field(() => Float, { description: '0..1; smaller confidences count as unknown.' })
  below: number;

  @Field(() => Int)
  accepted: number;

  @Field(() => Int)
  acceptedRight: number;

  @Field(() => Int, { description: 'wrong answers that become "unknown"' })
  rejectedWrong: number;

  @Field(() => Int, { description: 'right answers that are lost' })
  rejectedRight: number;
}

@ObjectType('RejectionReport', {
  description:
    'What rejecting unsure answers costs and brings, from the stored validation answers; wrong answers stand for people whom the model does not know.',
})
export class RejectionReportType {
  @Field(() => RejectionPointType, { description: "at the version's own rejectBelow" })
  current: RejectionPointType;

  @Field(() => [RejectionPointType], { description: 'at 0, 0.05 .. 1' })
  points: RejectionPointType[];

  @Field(() => RejectionPointType, {
    nullable: true,
    description:
      'The lowest threshold whose accepted answers reach the wanted accuracy; null when none does.',
  })
  advised: RejectionPointType | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'AUROC, 0..1: how often a right answer is more confident than a wrong one. Null without right or wrong answers.',
  })
  separation: number | null;

  @Field({ description: 'in one or two sentences' })
  advice: string;
}
