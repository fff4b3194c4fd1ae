import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../graphql/connection.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { ModelVersionType } from './model.type.js';

@ObjectType('ErasedModel', { description: 'A version that learned from pictures that were erased.' })
export class ErasedModelType {
  @Field(() => ModelVersionType)
  modelVersion: ModelVersionType;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its weights, files and pictures were deleted; null while it still holds them.',
  })
  retiredAt: Date | null;
}

@ObjectType('Erasure', { description: 'A person whose pictures were erased. The name is not kept.' })
export class ErasureType {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Stands wherever the name stood.' })
  placeholder: string;

  @Field(() => Int, { description: 'Pictures of datasets that were deleted.' })
  pictures: number;

  @Field(() => Int, { description: 'Labelled pictures of predictions that were deleted.' })
  feedback: number;

  @Field(() => [String], { description: 'Keys of the datasets.' })
  datasets: string[];

  @Field(() => [String], {
    description:
      'Keys of datasets whose import folder holds files of the person: delete those files yourself, the next check would read them again.',
  })
  outside: string[];

  @Field(() => [ErasedModelType], { description: 'Versions that learned from the pictures.' })
  models: ErasedModelType[];

  @Field()
  erasedBy: string;

  @Field(() => DateTimeScalar)
  erasedAt: Date;
}

/** One page of erasures. */
export const ErasureConnection = Connection(ErasureType, 'Erasure');

@ObjectType()
export class ErasurePayload extends Payload {
  @Field(() => ErasureType, { nullable: true })
  erasure: ErasureType | null;
}
