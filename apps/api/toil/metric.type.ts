import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ATTRIBUTIONS,
  INCIDENT_MODES,
  type MetricNullReason,
  NULL_REASONS,
  TIERS,
  TIME_BANDS,
  type Tier,
  TOIL_BANDS,
  TOIL_BASES,
  TOIL_VIEWS,
} from '#toil';
import { DateTimeScalar, DecimalScalar, SecondsScalar } from '../graphql/scalars.js';

const enumOf = (names: readonly string[], name: string): Record<string, string> => {
  const values = Object.fromEntries(names.map((value) => [value, value]));
  registerEnumType(values, { name });
  return values;
};

export const ToilBasisEnum = enumOf(TOIL_BASES, 'ToilBasis');
export const IncidentModeEnum = enumOf(INCIDENT_MODES, 'IncidentMode');
export const ToilViewEnum = enumOf(TOIL_VIEWS, 'ToilView');
export const AttributionEnum = enumOf(ATTRIBUTIONS, 'ToilAttribution');
export const TimeBandEnum = enumOf(TIME_BANDS, 'TimeBand');
export const ConfidenceTierEnum = enumOf(TIERS, 'ConfidenceTier');
export const MetricNullReasonEnum = enumOf(NULL_REASONS, 'MetricNullReason');
export const ToilBandEnum = enumOf(TOIL_BANDS, 'ToilBand');

@ObjectType('MetricValue', { description: 'A number that explains itself.' })
export class MetricValueType {
  @Field(() => DecimalScalar, { nullable: true })
  percent: string | null;

  @Field(() => MetricNullReasonEnum, { nullable: true })
  nullReason: MetricNullReason | null;

  @Field(() => SecondsScalar)
  numeratorSeconds: number;

  @Field(() => SecondsScalar, { nullable: true })
  denominatorSeconds: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Logged time over capacity.' })
  coveragePercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  lowPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  highPercent: string | null;

  @Field(() => ConfidenceTierEnum)
  tier: Tier;

  @Field({ description: 'Id of the definition and its options; docs/toil-definitions.md explains them.' })
  definition: string;

  @Field(() => DateTimeScalar)
  asOf: Date;

  @Field({ description: 'Whether work that is still running is counted up to asOf.' })
  provisional: boolean;

  @Field({
    description:
      'Whether some of the time also counts for another service (attribution FULL): do not add such numbers up.',
  })
  doubleCounted: boolean;
}
