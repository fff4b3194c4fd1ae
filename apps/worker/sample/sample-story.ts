import { Injectable } from '@nestjs/common';
import { MlSample, SAMPLE_PIPELINES } from '#ml';
import type { SamplePart, Tx } from '#platform';
import { DOOR, SampleAutomation, Service, ToilSample } from '#toil';

/** The whole sample, part after part: the team first, then the model that takes work from it. */
@Injectable()
export class SampleStory {
  constructor(
    private readonly toil: ToilSample,
    private readonly ml: MlSample,
    private readonly automation: SampleAutomation,
  ) {}

  parts(): SamplePart[] {
    return [
      ...this.toil.parts(),
      // Before the first training ends: otherwise it is booked against a baseline that nobody measured.
      { stage: 'AUTOMATION', write: (tx) => this.automation.register(tx, SAMPLE_PIPELINES) },
      ...this.ml.parts(doorOf),
    ];
  }
}

const doorOf = async (tx: Tx): Promise<string> => (await tx.findOneByOrFail(Service, { key: DOOR })).id;
