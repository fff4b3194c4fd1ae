import { Field, InputType } from '@nestjs/graphql';
import type { SizePolicy } from '#ml';
import { JsonScalar } from '../graphql/scalars.js';
import { SizePolicyEnum } from './dataset.type.js';

@InputType({
  description:
    'Manifests in the form `path,name,label` (no header); paths relative to root, which lies under a configured import root. Import starts no check.',
})
export class ImportDatasetInput {
  @Field()
  key: string;

  @Field()
  root: string;

  @Field()
  trainingManifest: string;

  @Field(() => String, { nullable: true })
  validationManifest?: string | null;

  @Field(() => SizePolicyEnum, { nullable: true, defaultValue: 'RESIZE' })
  sizePolicy?: SizePolicy | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  expandGrey?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Drop bad rows, up to 5 %, instead of failing the report.',
  })
  quarantine?: boolean | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Thresholds by code, e.g. {"CLASS_TOO_SMALL": {"fail": 5, "warn": 40}}.',
  })
  checks?: unknown;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}
