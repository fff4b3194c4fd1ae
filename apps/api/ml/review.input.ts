import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { SplitEnum } from './picture.type.js';

@InputType({ description: "A picture by its split and the physical line of that split's manifest, 1-based." })
export class ManifestRowInput {
  @Field(() => SplitEnum)
  split: keyof typeof SplitEnum;

  @Field(() => Int)
  row: number;
}

@InputType({ description: 'A finding of the last report.' })
export class FindingRefInput {
  @Field()
  code: string;

  @Field(() => SplitEnum)
  split: keyof typeof SplitEnum;
}

@InputType({
  description:
    'dataset: key. pixelShas: out of use wherever these pixels turn up. rows, and the pictures that a finding lists (of pairs the second one): out of use in their split and class, equal pictures that are not named stay.',
})
export class QuarantinePicturesInput {
  @Field()
  dataset: string;

  @Field(() => [String], { nullable: true })
  pixelShas?: string[] | null;

  @Field(() => [ManifestRowInput], { nullable: true })
  rows?: ManifestRowInput[] | null;

  @Field(() => FindingRefInput, { nullable: true })
  finding?: FindingRefInput | null;

  @Field()
  reason: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'pixelShas narrow the finding down to some of its pictures; left out: all.' })
export class AcceptedFindingInput extends FindingRefInput {
  @Field(() => [String], { nullable: true })
  pixelShas?: string[] | null;
}

@InputType({ description: 'dataset: key.' })
export class AcceptFindingsInput {
  @Field()
  dataset: string;

  @Field(() => [AcceptedFindingInput])
  findings: AcceptedFindingInput[];

  @Field()
  reason: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'dataset: key; ids: of quarantined pictures, or of acceptances.' })
export class ReviewIdsInput {
  @Field()
  dataset: string;

  @Field(() => [ID])
  ids: string[];
}
