import { Args, Field, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type ArchitectureReport, inspectArchitecture, type ModelVersion, SEED_INPUT, seedLayers } from '#ml';
import { badInput } from '../graphql/api-error.js';
import { CountScalar } from '../graphql/scalars.js';
import { LayerRowType } from './model.type.js';

const LARGEST_SIDE = 1_000_000;
const MOST_LAYERS = 1000;

@InputType({
  description:
    'kind: conv, dense, pool, flatten or dropout. filter: [height, width, in channels, out channels]; stride 1, SAME, bias counted. pool: size and stride of a max pool after the layer, SAME. dense flattens by itself. inputShape is [height, width, channels]. On a misfit: rows and sums up to it.',
})
export class LayerInput {
  @Field()
  name: string;

  @Field()
  kind: string;

  @Field(() => [Int], { nullable: true })
  filter?: number[] | null;

  @Field(() => Int, { nullable: true })
  units?: number | null;

  @Field(() => Int, { nullable: true })
  pool?: number | null;
}

@ObjectType('ArchitectureReport')
export class ArchitectureReportType {
  @Field(() => [LayerRowType])
  layers: LayerRowType[];

  @Field(() => CountScalar)
  parameters: number;

  @Field(() => CountScalar)
  macs: number;

  @Field(() => String, {
    nullable: true,
    description: 'first layer that does not fit, in one sentence',
  })
  misfit: string | null;
}

/** The layer inspector on layers that somebody describes. */
@Resolver()
export class InspectorResolver {
  @Query(() => ArchitectureReportType)
  inspectArchitecture(
    @Args('inputShape', { type: () => [Int] }) inputShape: number[],
    @Args('layers', { type: () => [LayerInput] }) layers: LayerInput[],
  ): ArchitectureReport {
    if (inputShape.length !== 3 || !inputShape.every((side) => side >= 1 && side <= LARGEST_SIDE)) {
      throw badInput('inputShape: [height, width, channels], three whole numbers above 0.');
    }
    if (layers.length > MOST_LAYERS) throw badInput(`layers: at most ${MOST_LAYERS}.`);
    return inspectArchitecture(inputShape, layers);
  }
}

/** The layer table of a trained version. */
export const layersOf = ({ architecture, classNames }: ModelVersion): ArchitectureReport =>
  inspectArchitecture(SEED_INPUT, seedLayers(architecture, classNames.length));
