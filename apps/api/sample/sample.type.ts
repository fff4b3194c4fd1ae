import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SAMPLE_STAGES, SAMPLE_STATUSES, type SampleStage, type SampleStatus } from '#platform';
import { KEPT_SAMPLE_KINDS, type KeptSampleKind, REFERENCE_KINDS, type ReferenceKind } from '#toil';
import { Allow } from '../graphql/allow.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';

const enumOf = <T extends string>(names: readonly T[]): { [K in T]: K } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [K in T]: K };

export const SampleStatusEnum = enumOf(['NONE', ...SAMPLE_STATUSES]);
registerEnumType(SampleStatusEnum, { name: 'SampleStatus', description: 'NONE: there is none.' });
const SampleStageEnum = enumOf(SAMPLE_STAGES);
registerEnumType(SampleStageEnum, { name: 'SampleStage' });
export const SampleKindEnum = enumOf([
  'SERVICE',
  'PERSON',
  'TASK_TYPE',
  'ENTRY',
  'INCIDENT',
  'AUTOMATION',
  'CANDIDATE',
  'TIME_OFF',
  'ALERT',
  'WEEK_LOCK',
  'DATASET',
  'PICTURE',
  'PIPELINE',
  'RUN',
  'MODEL',
]);
registerEnumType(SampleKindEnum, { name: 'SampleKind' });
const KeptSampleKindEnum = enumOf(KEPT_SAMPLE_KINDS);
registerEnumType(KeptSampleKindEnum, { name: 'KeptSampleKind' });
const ReferenceKindEnum = enumOf(REFERENCE_KINDS);
registerEnumType(ReferenceKindEnum, {
  name: 'ReferenceKind',
  description: "What of people's own refers to it.",
});

@ObjectType('SampleCount')
export class SampleCountType {
  @Field(() => SampleKindEnum)
  kind: string;

  @Field(() => Int)
  count: number;
}

@ObjectType('SampleReference')
export class SampleReferenceType {
  @Field(() => ReferenceKindEnum)
  kind: ReferenceKind;

  @Field(() => Int)
  count: number;
}

@ObjectType('KeptSample', {
  description:
    "A thing of the sample that stays as an ordinary one, because something of people's own refers to it.",
})
export class KeptSampleType {
  @Field(() => KeptSampleKindEnum)
  kind: KeptSampleKind;

  @Field()
  name: string;

  @Field(() => [SampleReferenceType])
  because: SampleReferenceType[];
}

@ObjectType('SampleFarewell', { description: 'What removeSampleData takes away now, and what stays.' })
export class SampleFarewellType {
  @Field(() => [SampleCountType])
  going: SampleCountType[];

  @Field(() => [KeptSampleType])
  kept: KeptSampleType[];
}

@ObjectType('SampleData', {
  description:
    'A team with half a year of work, to look around with. All numbers contain it as long as it is there; it is only loaded into an installation without services, work and data of its own.',
})
export class SampleDataType {
  @Field(() => SampleStatusEnum)
  status: SampleStatus | 'NONE';

  @Field({ description: 'Whether loadSampleData would load it now.' })
  offered: boolean;

  @Field(() => SampleStageEnum, { nullable: true, description: 'What is written next while it is loading.' })
  stage: SampleStage | null;

  @Field(() => Int, { nullable: true, description: 'How far loading is, 0 to 100.' })
  progressPercent: number | null;

  @Field(() => String, { nullable: true, description: 'Why loading or removing does not go on.' })
  error: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  loadedAt: Date | null;

  @Field(() => SampleFarewellType, { nullable: true, description: 'null when there is none.' })
  @Allow('ADMIN')
  farewell?: SampleFarewellType | null;
}

@ObjectType()
export class SampleDataPayload extends Payload {
  @Field(() => SampleDataType, { nullable: true })
  sampleData: SampleDataType | null;
}
