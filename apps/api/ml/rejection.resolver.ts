import { Args, Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type ModelVersion, rejectionReport } from '#ml';
import { badInput } from '../graphql/api-error.js';
import { Loaders } from '../graphql/loaders.js';
import { CalibrationType, ModelVersionType } from './model.type.js';
import { RejectionReportType } from './rejection.type.js';

/** Where a version should say "unknown". */
@Resolver(() => ModelVersionType)
export class RejectionResolver {
  @ResolveField(() => RejectionReportType, {
    nullable: true,
    description:
      'Null when its validation answers are not kept. wantedAccuracy: 0..1, of the accepted answers.',
  })
  async rejection(
    @Parent() version: ModelVersion,
    @Args('wantedAccuracy', { type: () => Float, defaultValue: 0.95 }) wanted: number,
    @Loaders() loaders: Loaders,
  ): Promise<RejectionReportType | null> {
    if (!(wanted > 0 && wanted <= 1)) throw badInput('wantedAccuracy: above 0 and at most 1.');
    const evaluation = await loaders.ownEvaluation.load(version.id);
    if (!evaluation) return null;
    const answers = evaluation.predictions.map(({ confidence, predicted, label }) => ({
      confidence,
      right: predicted === label,
    }));
    return rejectionReport(answers, version.rejectBelow, wanted);
  }
}

const mean = ({ bins }: CalibrationType, of: 'confidence' | 'accuracy'): number => {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return n === 0 ? 0 : bins.reduce((sum, bin) => sum + bin.n * bin[of], 0) / n;
};

/** Sums over the bins of a calibration. */
@Resolver(() => CalibrationType)
export class CalibrationResolver {
  @ResolveField(() => Float, { description: 'mean stated confidence, 0..1' })
  confidence(@Parent() calibration: CalibrationType): number {
    return mean(calibration, 'confidence');
  }

  @ResolveField(() => Float, { description: 'share of right answers, 0..1' })
  accuracy(@Parent() calibration: CalibrationType): number {
    return mean(calibration, 'accuracy');
  }

  @ResolveField(() => Float, { description: 'the widest gap of a bin that holds answers, 0..1' })
  largestError(@Parent() { bins }: CalibrationType): number {
    return bins.reduce(
      (most, bin) => (bin.n === 0 ? most : Math.max(most, Math.abs(bin.accuracy - bin.confidence))),
      0,
    );
  }
}
