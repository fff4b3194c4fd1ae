import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { exampleAnswers, type LayerShow, layerSheets, type ModelVersion } from '#ml';
import { badInput } from '../graphql/api-error.js';
import { Loaders } from '../graphql/loaders.js';
import { LayerSheetType, ModelExampleType } from './layer.type.js';
import { ModelVersionType } from './model.type.js';
import { pictureView } from './picture.type.js';

const MOST_EXAMPLES = 100;

/** What a version learned to see: its filters, and what they make of validation pictures. */
@Resolver(() => ModelVersionType)
export class LayerResolver {
  @ResolveField(() => [LayerSheetType], {
    description: 'conv1 in colour, the others averaged over their inputs; middle grey is zero.',
  })
  async filters(@Parent() version: ModelVersion, @Loaders() loaders: Loaders): Promise<LayerSheetType[]> {
    return sheetViews(version, await pipelineKey(version, loaders), 'filters', '');
  }

  @ResolveField(() => [ModelExampleType], { description: 'wrong answers first' })
  async examples(
    @Parent() version: ModelVersion,
    @Args('first', { type: () => Int }) first: number,
    @Loaders() loaders: Loaders,
  ): Promise<ModelExampleType[]> {
    if (first < 1 || first > MOST_EXAMPLES) throw badInput(`first: 1 to ${MOST_EXAMPLES}.`);
    const answers = (await loaders.gateDecision.load(version.id))?.evaluation?.predictions ?? [];
    const pipeline = await loaders.pipeline.load(version.pipelineId);
    const dataset = pipeline && (await loaders.dataset.load(pipeline.datasetId));
    return exampleAnswers(answers, first).map(({ path, row, pixelSha, label, predicted, confidence }) => ({
      picture: pictureView(dataset?.key ?? null, {
        path,
        row,
        split: 'VALIDATION',
        label: dataset?.classNames[label] ?? null,
        pixelSha,
      }),
      predicted: dataset?.classNames[predicted] ?? null,
      right: label === predicted,
      confidence,
      activations: sheetViews(version, pipeline?.key ?? '', 'activations', `?picture=${pixelSha}`),
    }));
  }
}

const pipelineKey = async ({ pipelineId }: ModelVersion, loaders: Loaders): Promise<string> =>
  (await loaders.pipeline.load(pipelineId))?.key ?? '';

const sheetViews = (
  { architecture, number }: ModelVersion,
  pipeline: string,
  show: LayerShow,
  query: string,
): LayerSheetType[] =>
  layerSheets(architecture, show).map((sheet) => ({
    ...sheet,
    url: `/v1/models/${pipeline}/versions/${number}/${show}/${sheet.layer}.png${query}`,
  }));
