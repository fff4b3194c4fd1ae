import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { acceptanceKind, type Finding } from '#ml';
import { ImagePairType, PictureType, pairView, pictureView, SplitEnum } from './picture.type.js';

export const SeverityEnum = { FAIL: 'FAIL', WARN: 'WARN', INFO: 'INFO' } as const;
registerEnumType(SeverityEnum, { name: 'Severity' });

export const VerdictEnum = { PASS: 'PASS', WARN: 'WARN', FAIL: 'FAIL' } as const;
registerEnumType(VerdictEnum, { name: 'Verdict' });

@ObjectType('Finding', {
  description:
    "Rows are 1-based physical line numbers of that split's manifest (BOTH: of the validation manifest); rows and pairs hold the first 200.",
})
export class FindingType {
  @Field()
  code: string;

  @Field(() => SeverityEnum)
  severity: keyof typeof SeverityEnum;

  @Field(() => SplitEnum)
  split: keyof typeof SplitEnum;

  @Field(() => Int)
  count: number;

  @Field(() => Int, { nullable: true })
  firstRow: number | null;

  @Field()
  message: string;

  @Field(() => String, { nullable: true })
  remedy: string | null;

  @Field(() => [Int])
  rows: number[];

  @Field(() => [ImagePairType])
  pairs: ImagePairType[];

  @Field(() => [PictureType])
  pictures: PictureType[];

  @Field({ description: 'A person has looked at it and let it pass: severity INFO.' })
  accepted: boolean;

  @Field({
    description: 'Automatic training waits until somebody accepts it or trains this data by hand.',
  })
  holds: boolean;

  @Field({ description: 'Whether acceptFindings takes it; what cannot be accepted must change in the data.' })
  acceptable: boolean;
}

/** A finding as the API shows it; the dataset is what its pictures are served from. */
export const findingView = (dataset: string | null, found: Finding): FindingType => ({
  ...found,
  // Reports that were written before there were acceptances do not say.
  accepted: found.accepted ?? false,
  holds: found.holds ?? false,
  acceptable: dataset !== null && acceptanceKind(found) !== null,
  pairs: found.pairs.map((pair) => pairView(dataset, pair)),
  pictures: found.pictures.map((picture) => pictureView(dataset, picture)),
});
