import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { QuarantinedPicture } from '#ml';
import { Connection } from '../graphql/connection.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { DatasetPayload } from './dataset.type.js';
import { SeverityEnum } from './finding.type.js';
import { PictureType, pictureView, SplitEnum } from './picture.type.js';

@ObjectType('QuarantinedPicture', {
  description: 'A picture that people took out of use. It stays out in later checks, known by its pixels.',
})
export class QuarantinedPictureType {
  @Field(() => ID)
  id: string;

  @Field(() => PictureType, { description: 'as it was found' })
  picture: PictureType;

  @Field({ description: 'Out of use in every split and class, not only where it was found.' })
  everywhere: boolean;

  @Field()
  reason: string;

  @Field()
  quarantinedBy: string;

  @Field(() => DateTimeScalar)
  quarantinedAt: Date;
}

/** One page of quarantined pictures. */
export const QuarantinedPictureConnection = Connection(QuarantinedPictureType, 'QuarantinedPicture');

@ObjectType('FindingAcceptance', {
  description:
    'A finding that a person let pass: for its pictures in every later report, or, when it is about the whole dataset, until it gets worse.',
})
export class FindingAcceptanceType {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field(() => SplitEnum)
  split: keyof typeof SplitEnum;

  @Field(() => SeverityEnum, { description: 'as it was' })
  severity: keyof typeof SeverityEnum;

  @Field(() => Int, { description: 'pictures or pairs' })
  count: number;

  @Field({ description: 'what the finding said' })
  message: string;

  @Field()
  reason: string;

  @Field()
  acceptedBy: string;

  @Field(() => DateTimeScalar)
  acceptedAt: Date;
}

/** One page of accepted findings. */
export const FindingAcceptanceConnection = Connection(FindingAcceptanceType, 'FindingAcceptance');

@ObjectType({
  description: 'The report is written anew in the background: dataset.checking tells until when.',
})
export class ReviewPayload extends DatasetPayload {
  @Field(() => Int, {
    description: 'Decisions made or taken back; 0 when all of it had been decided before.',
  })
  changed: number;
}

/** A quarantined picture as the API shows it. */
export const quarantinedView = (dataset: string, one: QuarantinedPicture): QuarantinedPictureType => ({
  id: one.id,
  picture: pictureView(dataset, {
    path: one.path,
    row: one.line,
    split: one.foundSplit,
    label: one.foundLabel,
    pixelSha: one.pixelSha,
  }),
  everywhere: one.pixelSha !== null && one.split === null,
  reason: one.reason,
  quarantinedBy: one.quarantinedBy,
  quarantinedAt: one.quarantinedAt,
});
