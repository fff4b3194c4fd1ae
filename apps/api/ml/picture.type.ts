import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { FoundPair, FoundPicture } from '#ml';

export const SplitEnum = { TRAINING: 'TRAINING', VALIDATION: 'VALIDATION', BOTH: 'BOTH' } as const;
registerEnumType(SplitEnum, { name: 'Split' });

@ObjectType('Picture')
export class PictureType {
  @Field({ description: 'as in the manifest' })
  path: string;

  @Field(() => Int, {
    nullable: true,
    description: "Physical line of the split's manifest; null when uploaded.",
  })
  row: number | null;

  @Field(() => SplitEnum)
  split: keyof typeof SplitEnum;

  @Field(() => String, { nullable: true })
  label: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the decoded pixels, what decisions about the picture are kept by. Null when it cannot be decoded.',
  })
  pixelSha: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'PNG; needs the same credentials. Null when it cannot be read.',
  })
  url: string | null;
}

@ObjectType('ImagePair')
export class ImagePairType {
  @Field(() => PictureType)
  a: PictureType;

  @Field(() => PictureType)
  b: PictureType;

  @Field(() => Int, { description: 'Bits of the 64-bit difference hash; 0 for equal pixels.' })
  distance: number;
}

/** Where a picture of a dataset is served. */
export const pictureUrl = (dataset: string, pixelSha: string): string =>
  `/pictures/${dataset}/${pixelSha}.png`;

/** A found picture as the API shows it. */
export const pictureView = (
  dataset: string | null,
  { path, row, split, label, pixelSha }: FoundPicture,
): PictureType => ({
  path,
  row,
  split,
  label,
  pixelSha,
  url: dataset !== null && pixelSha !== null ? pictureUrl(dataset, pixelSha) : null,
});

/** A found pair as the API shows it. */
export const pairView = (dataset: string | null, { a, b, distance }: FoundPair): ImagePairType => ({
  a: pictureView(dataset, a),
  b: pictureView(dataset, b),
  distance,
});
