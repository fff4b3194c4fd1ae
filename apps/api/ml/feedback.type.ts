import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../graphql/connection.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { SplitEnum } from './picture.type.js';

@ObjectType('FeedbackAnswer', {
  description: 'What a version that is live or on trial answers to a labelled picture.',
})
export class FeedbackAnswerType {
  @Field(() => Int, { description: "the version's number" })
  version: number;

  @Field()
  answer: string;

  @Field(() => Float, { description: '0..1' })
  confidence: number;

  @Field()
  right: boolean;
}

@ObjectType('Feedback', {
  description: 'A picture that a pipeline was asked about, with what it really shows.',
})
export class FeedbackType {
  @Field(() => ID)
  id: string;

  @Field({ description: 'name of the true class' })
  label: string;

  @Field({ description: 'SHA-256 of the decoded pixels' })
  pixelSha: string;

  @Field(() => String, { nullable: true })
  requestKey: string | null;

  @Field()
  givenBy: string;

  @Field(() => DateTimeScalar)
  givenAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it became a picture of the pipeline's dataset; null before.",
  })
  usedAt: Date | null;
}

/** One page of labelled pictures. */
export const FeedbackConnection = Connection(FeedbackType, 'Feedback');

@InputType({
  description:
    'A picture as :predict takes it, or the id of its prediction, with the name of its true class.',
})
export class LabelledPictureInput {
  @Field(() => String, { nullable: true, description: 'base64 of the file' })
  b64?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'instead of b64: the id that :predict gave, as long as its picture is remembered',
  })
  prediction?: string | null;

  @Field()
  label: string;
}

@InputType({
  description: 'pipeline: key. Up to 100 pictures; large ones go to POST /v1/models/{pipeline}/feedback.',
})
export class GiveFeedbackInput {
  @Field()
  pipeline: string;

  @Field(() => [LabelledPictureInput])
  instances: LabelledPictureInput[];

  @Field(() => String, { nullable: true, description: 'the x-request-key of the prediction' })
  requestKey?: string | null;
}

@ObjectType()
export class FeedbackPayload extends Payload {
  @Field(() => [FeedbackType])
  feedback: FeedbackType[];
}

@InputType({ description: 'pipeline: key.' })
export class UseFeedbackInput {
  @Field()
  pipeline: string;

  @Field(() => [ID])
  ids: string[];

  @Field(() => SplitEnum, { nullable: true, defaultValue: 'TRAINING' })
  split?: keyof typeof SplitEnum | null;
}

@ObjectType('RefusedPicture')
export class RefusedPictureType {
  @Field({ description: 'id of the feedback' })
  name: string;

  @Field()
  code: string;

  @Field()
  message: string;
}

@ObjectType()
export class UseFeedbackPayload extends Payload {
  @Field(() => Int)
  accepted: number;

  @Field(() => Int, { description: 'pictures whose pixels the dataset has already' })
  duplicates: number;

  @Field(() => [RefusedPictureType], { description: 'the first 200' })
  refused: RefusedPictureType[];
}
