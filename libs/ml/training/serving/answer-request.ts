import { createHash } from 'node:crypto';
import { goesToCanary } from '../../deployment/canary.rules.js';
import { decodePicture } from '../../image/decode-picture.js';
import type { PicturePolicy } from '../../image/picture-policy.js';
import { mostProbable } from '../../model/answers.rules.js';
import { BadPrediction, picturesOf } from '../../serving/predict-request.rules.js';
import type { ServedPipeline, ServedTrial } from '../../serving/protocol.js';
import type { RememberedPictures } from '../../serving/remembered-pictures.js';
import type { TrafficBook } from '../../serving/traffic-book.js';
import type { Loaded, ServedModels } from './served-models.js';

/** Decodes that run at once for one request; sharp has its own threads. */
const DECODES_AT_ONCE = 8;
/** Shadow questions that may wait; beyond it requests are not copied, because a shadow must never slow the live model. */
const SHADOW_BACKLOG = 64;

/** One picture's answer. */
export interface Answer {
  /** By which feedback names it; absent where pictures are not remembered. */
  id?: string;
  label: string;
  probabilities: number[];
  rejected: boolean;
}

/** Answers of one request and the version they came from. */
export interface Answers {
  version: number;
  predictions: Answer[];
}

/** Answers predict requests: decodes, chooses the model, and lets a canary's failure fall back on the live model. */
export class RequestAnswerer {
  private readonly models: ServedModels;
  private readonly book: TrafficBook;
  private readonly remembered: RememberedPictures;

  constructor(models: ServedModels, book: TrafficBook, remembered: RememberedPictures) {
    this.models = models;
    this.book = book;
    this.remembered = remembered;
  }

  /** Throws BadPrediction with the status to answer. */
  answer(key: string, body: string, requestKey: string | null): Promise<Answers> {
    return this.models.during(() => this.answered(key, body, requestKey));
  }

  private async answered(key: string, body: string, requestKey: string | null): Promise<Answers> {
    const route = this.models.route(key);
    if (!route) throw new BadPrediction(404, `There is no pipeline "${key}".`);
    const live = this.models.model(route.live);
    if (!route.live) throw new BadPrediction(404, `Pipeline "${key}" has no live model yet.`);
    if (!live) {
      const why = this.models.fault(route.live) ?? 'it is not there yet.';
      throw new BadPrediction(503, `The live model of "${key}" could not be loaded: ${why}`);
    }
    const pictures = picturesOf(body);
    const inputs = await decodeAll(pictures, route.policy);
    const sticky = () => requestKey ?? digestOf(pictures);
    const answers = await this.chosen(route, live, inputs, sticky);
    const ids = this.remembered.keep(key, pictures);
    return ids === null ? answers : { ...answers, predictions: named(answers.predictions, ids) };
  }

  private async chosen(
    route: ServedPipeline,
    live: Loaded,
    inputs: Uint8Array[],
    sticky: () => string,
  ): Promise<Answers> {
    const canary = this.canaryFor(route, sticky);
    if (canary) {
      const answers = await this.counted(canary.trial, canary.model, inputs).catch(() => null);
      if (answers) return answers;
    }
    const answers = await this.counted(route.trial, live, inputs);
    if (route.trial?.state === 'SHADOW') this.shadow(route.trial, inputs, answers);
    return answers;
  }

  private canaryFor(
    { trial }: ServedPipeline,
    sticky: () => string,
  ): { trial: ServedTrial; model: Loaded } | null {
    if (trial?.state !== 'CANARY' || !goesToCanary(sticky(), trial.deploymentId, trial.percent)) return null;
    const model = this.models.model(trial.version);
    return model ? { trial, model } : null;
  }

  private async counted(
    trial: ServedTrial | null,
    model: Loaded,
    inputs: Uint8Array[],
    agreesWith?: Answers,
  ): Promise<Answers> {
    const { classNames, modelVersionId } = model.version;
    const begun = performance.now();
    let answers: Answers | null = null;
    let nan = false;
    try {
      const rows = await Promise.all(inputs.map((input) => model.batcher.ask(input)));
      nan = rows.some((row) => row.some((value) => !Number.isFinite(value)));
      if (nan) throw new BadPrediction(500, 'The model answered with values that are no numbers.');
      answers = { version: model.version.number, predictions: rows.map((row) => toAnswer(row, model)) };
      return answers;
    } finally {
      if (trial) {
        const predictions = answers?.predictions ?? [];
        this.book.count(trial, modelVersionId, classNames.length, {
          milliseconds: performance.now() - begun,
          failed: answers === null,
          nan,
          classes: predictions.map(({ label }) => classNames.indexOf(label)),
          rejected: predictions.filter(({ rejected }) => rejected).length,
          agreed: agreesWith?.predictions.every(({ label }, i) => predictions[i]?.label === label) ?? false,
        });
      }
    }
  }

  private shadow(trial: ServedTrial, inputs: Uint8Array[], live: Answers): void {
    const model = this.models.model(trial.version);
    if (!model || model.batcher.backlog > SHADOW_BACKLOG) return;
    void this.models.during(() => this.counted(trial, model, inputs, live)).catch(() => undefined);
  }
}

const named = (predictions: readonly Answer[], ids: readonly string[]): Answer[] =>
  predictions.map((one, i) => ({ ...one, id: ids[i] as string }));

function toAnswer(row: Float32Array, { version }: Loaded): Answer {
  const best = mostProbable(row, 0, row.length);
  return {
    label: version.classNames[best] ?? String(best),
    probabilities: [...row],
    rejected: (row[best] ?? 0) < version.rejectBelow,
  };
}

async function decodeAll(pictures: readonly Buffer[], policy: PicturePolicy): Promise<Uint8Array[]> {
  const inputs: Uint8Array[] = [];
  for (let i = 0; i < pictures.length; i += DECODES_AT_ONCE) {
    const few = pictures.slice(i, i + DECODES_AT_ONCE).map((bytes, at) => decodeOne(bytes, policy, i + at));
    inputs.push(...(await Promise.all(few)));
  }
  return inputs;
}

async function decodeOne(bytes: Buffer, policy: PicturePolicy, place: number): Promise<Uint8Array> {
  const { pixels, faults } = await decodePicture(bytes, policy);
  if (pixels) return pixels;
  const fault = faults.find(({ severity }) => severity === 'FAIL') ?? faults[0];
  throw new BadPrediction(
    400,
    `instances[${place}]: ${fault?.code ?? 'DECODE_ERROR'}: ${fault?.message ?? 'cannot be read'}.`,
  );
}

// Without a key of the caller's the picture itself keeps a request on its model.
function digestOf(pictures: readonly Buffer[]): string {
  const digest = createHash('sha256');
  for (const picture of pictures) digest.update(picture);
  return digest.digest('hex');
}
