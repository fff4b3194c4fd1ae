import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  type Caller,
  Clock,
  Idempotency,
  Ids,
  Refusal,
  refuseIfAny,
  Transactions,
} from '#platform';
import { scheduleFault } from '../trigger/schedule.rules.js';
import { Pipeline } from './pipeline.entity.js';
import { PipelineRepository } from './pipeline.repository.js';
import { type PipelineInput, settingFaults, settingsOf } from './pipeline-input.rules.js';

/** What a new pipeline hangs on, already looked up; null where the key that was given means nothing. */
export interface PipelinePlace {
  service: { key: string; id: string | null };
  dataset: { key: string; id: string | null };
}

/** Turns an input into a row that has not been written yet. */
@Injectable()
export class PipelineBirth {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Throws every fault of the input together. */
  pipeline(input: PipelineInput, place: PipelinePlace): Pipeline {
    const settings = settingsOf(input);
    const faults = settingFaults(input.key, settings);
    const { schedule } = settings.trigger;
    const fault = schedule === null ? null : scheduleFault(schedule, 'UTC');
    if (fault)
      faults.push(new Refusal('INVALID_INPUT', `schedule ${fault}.`, ['input', 'trigger', 'schedule']));
    for (const [name, part] of Object.entries(place) as ['service' | 'dataset', PipelinePlace['service']][]) {
      if (part.id === null)
        faults.push(new Refusal('NOT_FOUND', `There is no ${name} "${part.key}".`, ['input', name]));
    }
    refuseIfAny(faults);
    const now = this.clock.now();
    return {
      id: this.ids.next('pip'),
      key: input.key,
      state: 'ACTIVE',
      serviceId: place.service.id as string,
      datasetId: place.dataset.id as string,
      ...settings,
      createdAt: now,
      newSince: now,
      trainedDigest: null,
      cooldownUntil: null,
      failureCodes: [],
      scheduledAt: now,
      generation: 0,
    };
  }
}

/** Makes pipelines. */
@Injectable()
export class CreatePipeline {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly pipelines: PipelineRepository,
    private readonly audit: AuditTrail,
    private readonly birth: PipelineBirth,
  ) {}

  /** Creates an ACTIVE pipeline that has not trained yet; all faults of the input come back together. */
  async create(
    caller: Caller,
    input: PipelineInput & { idempotencyKey?: string | null },
    place: PipelinePlace,
  ): Promise<Pipeline> {
    const { idempotencyKey, ...stated } = input;
    const id = await this.transactions.run((tx) =>
      this.idempotency.once(
        tx,
        'createPipeline',
        idempotencyKey,
        { ...stated, service: place.service.key, dataset: place.dataset.key },
        async () => {
          const pipeline = this.birth.pipeline(stated, place);
          if (!(await this.pipelines.insert(tx, pipeline))) {
            throw new Refusal('KEY_TAKEN', `A pipeline "${input.key}" exists already.`, ['input', 'key']);
          }
          await this.audit.record(tx, caller, 'pipeline.created', pipeline.id, null, pipeline);
          return pipeline.id;
        },
      ),
    );
    return this.pipelines.byId(this.transactions.read, id);
  }
}
