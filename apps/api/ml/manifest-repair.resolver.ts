import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { RepairManifest, repairDiff } from '#ml';
import { type Caller, Refusal } from '#platform';
import { answer } from '../graphql/answer.js';
import { apiError } from '../graphql/api-error.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { DatasetPayload } from './dataset.type.js';
import { ApplyManifestRepairInput, ManifestRepairType } from './manifest-repair.type.js';
import { SplitEnum } from './picture.type.js';

const LISTED = 200;

/** Repairs of manifests: looked at first, then applied. */
@Resolver()
export class ManifestRepairResolver {
  constructor(private readonly repairs: RepairManifest) {}

  @Query(() => ManifestRepairType, { description: 'What applyManifestRepair would change. dataset: key.' })
  async manifestRepair(
    @Args('dataset') dataset: string,
    @Args('split', { type: () => SplitEnum }) split: keyof typeof SplitEnum,
  ): Promise<ManifestRepairType> {
    const offer = await this.repairs.preview(dataset, split).catch((error: unknown) => {
      throw error instanceof Refusal ? apiError('NOT_FOUND', error.message) : error;
    });
    return {
      sourceSha256: offer.sourceSha256,
      changedLines: offer.changes.length,
      changes: offer.changes.slice(0, LISTED),
      diff: repairDiff(offer.changes, LISTED),
      remainingFaults: offer.remaining,
      revision: offer.revision,
    };
  }

  @Mutation(() => DatasetPayload, {
    description:
      'Reads the repaired lines instead of the file from now on, until the file itself changes, and queues the checks. The file is not written.',
  })
  applyManifestRepair(@Args('input') input: ApplyManifestRepairInput, @CurrentCaller() caller: Caller) {
    return answer('dataset', () => this.repairs.apply(caller, input));
  }
}
