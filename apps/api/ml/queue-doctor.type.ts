import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SizePolicy } from '#ml';
import { SizePolicyEnum } from './dataset.type.js';
import { FindingType, VerdictEnum } from './finding.type.js';

export const QueueVerdictEnum = {
  NORMAL_END: 'NORMAL_END',
  PRODUCER_DIED: 'PRODUCER_DIED',
  BATCH_GT_DATA: 'BATCH_GT_DATA',
  RUNNERS_NOT_STARTED: 'RUNNERS_NOT_STARTED',
  EPOCHS_UNINITIALISED: 'EPOCHS_UNINITIALISED',
  UNKNOWN: 'UNKNOWN',
} as const;
registerEnumType(QueueVerdictEnum, { name: 'QueueVerdict' });

export const ConfidenceEnum = { EXACT: 'EXACT', LIKELY: 'LIKELY', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(ConfidenceEnum, {
  name: 'Confidence',
  description: 'EXACT: reproduced by reading the rows again. LIKELY: by the text and arithmetic alone.',
});

@InputType({ description: 'What a training plans to consume. epochs null = repeats for ever.' })
export class BatchPlanInput {
  @Field(() => Int)
  usableRows: number;

  @Field(() => Int)
  batchSize: number;

  @Field(() => Int, { nullable: true })
  epochs?: number | null;

  @Field(() => Int, { nullable: true })
  steps?: number | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false })
  allowPartialBatch?: boolean | null;
}

@ObjectType('PreflightReport')
export class PreflightReportType {
  @Field(() => VerdictEnum)
  verdict: keyof typeof VerdictEnum;

  @Field(() => Int)
  batchesPerEpoch: number;

  @Field(() => Int)
  droppedRows: number;

  @Field(() => Int, { nullable: true, description: 'Null: repeats for ever.' })
  totalBatches: number | null;

  @Field(() => Int, { nullable: true, description: 'Pictures that are missing for one batch.' })
  shortfall: number | null;

  @Field(() => [FindingType])
  findings: FindingType[];
}

@InputType({
  description:
    'errorText: what TensorFlow or this product printed. With a dataset the doctor reads every row again, outside the queue.',
})
export class DiagnoseQueueInput {
  @Field(() => String, { nullable: true })
  errorText?: string | null;

  @Field(() => BatchPlanInput, { nullable: true })
  plan?: BatchPlanInput | null;

  @Field(() => Int, { nullable: true })
  batchesServed?: number | null;

  @Field(() => String, { nullable: true })
  dataset?: string | null;

  @Field(() => SizePolicyEnum, { nullable: true })
  sizePolicy?: SizePolicy | null;

  @Field(() => Boolean, { nullable: true })
  expandGrey?: boolean | null;
}

@ObjectType('QueueDiagnosis')
export class QueueDiagnosisType {
  @Field(() => QueueVerdictEnum)
  verdict: keyof typeof QueueVerdictEnum;

  @Field(() => String, { nullable: true })
  queue: string | null;

  @Field()
  explanation: string;

  @Field(() => ConfidenceEnum)
  confidence: keyof typeof ConfidenceEnum;

  @Field(() => Int, { nullable: true })
  estimatedBadRows: number | null;

  @Field(() => Int, { nullable: true })
  shortfall: number | null;

  @Field(() => [FindingType])
  findings: FindingType[];
}
