import { Inject, Injectable } from '@nestjs/common';
import type { Pipeline } from '#ml';
import { CONFIG, type Config, Refusal, SYSTEM, type Tx } from '#platform';
import { Automation, Automations, Services, TaskType, TaskTypes } from '#toil';

/** The work that a pipeline takes over: collecting pictures, starting a training, watching it, putting the model live. */
const RETRAINING = { key: 'retrain-model', name: 'Retrain a model by hand' };

/** Every pipeline is an automation of the same key, unless somebody registered one before with a baseline of their own. */
@Injectable()
export class PipelineAutomation {
  constructor(
    private readonly automations: Automations,
    private readonly taskTypes: TaskTypes,
    private readonly services: Services,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The key of the pipeline's automation, registered when this is its first run; null when its service is gone. */
  async of(tx: Tx, pipeline: Pipeline): Promise<string | null> {
    if (await tx.existsBy(Automation, { key: pipeline.key })) return pipeline.key;
    const [service] = await this.services.byIds(tx, [pipeline.serviceId]);
    if (!service) return null;
    await this.ensureTaskType(tx);
    const wanted = { key: pipeline.key, service: service.key, taskType: RETRAINING.key };
    try {
      await this.automations.register(tx, SYSTEM, wanted);
    } catch (error) {
      if (!(error instanceof Refusal) || error.path.at(-1) !== 'baselineMinutes') throw error;
      // Nobody ever logged a manual retraining here: the assumed minutes, with 0 samples so that it shows.
      const baselineMinutes = String(this.config.retrainBaselineMinutes);
      await this.automations.register(tx, SYSTEM, { ...wanted, baselineMinutes, baselineSamples: 0 });
    }
    return pipeline.key;
  }

  private async ensureTaskType(tx: Tx): Promise<void> {
    if (await tx.existsBy(TaskType, { key: RETRAINING.key })) return;
    await this.taskTypes.define(tx, SYSTEM, {
      ...RETRAINING,
      criteria: {
        manual: true,
        repetitive: true,
        automatable: true,
        tactical: false,
        noEnduringValue: true,
        scalesLinearly: true,
      },
    });
  }
}
