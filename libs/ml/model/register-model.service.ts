import { Injectable } from '@nestjs/common';
import { ObjectStore, type Tx } from '#platform';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import { INPUT_VALUES } from '../engine/network.rules.js';
import { preprocessingDigest } from '../engine/preprocessing.rules.js';
import { readWeights } from '../engine/weights-file.js';
import { exportModel } from '../export/export-model.js';
import { modelContract } from '../export/signature.js';
import { calibrate, rejectThreshold } from '../gate/calibration.rules.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { configDigest } from '../run/run-key.rules.js';
import { spread } from './answers.rules.js';
import { codeVersion } from './code-version.js';
import type { Prediction } from './evaluation.entity.js';
import { ModelRepository } from './model.repository.js';
import type { GoldenSet, ModelFile, ModelVersion, OnnxProof } from './model-version.entity.js';
import { isProven } from './onnx-proof.rules.js';
import { OnnxProver } from './onnx-prover.js';
import { VersionBirth } from './version-birth.js';

const GOLDEN_PICTURES = 20;
const CONTENT_TYPES: Record<string, string> = {
  json: 'application/json',
  png: 'image/png',
  txt: 'text/plain',
};

/** What a trained model is made of before it has a number. */
export interface TrainedModel {
  pipelineId: string;
  runId: string;
  weightsSha256: string;
  engine: string;
  classNames: string[];
  dataDigest: string;
  validationDigest: string;
  validationPixelsSha256: string;
  /** What the model answered on the validation set. */
  predictions: Prediction[];
  probabilities: Float32Array;
  eventFiles: ModelFile[];
  parentId: string | null;
}

/** A version that waits for its number, and with it for its signature. */
export type UnnumberedVersion = Omit<ModelVersion, 'signature'>;

/** Makes a trained model a version: calibrated, exported, numbered, signed, and never changed again. */
@Injectable()
export class RegisterModel {
  constructor(
    private readonly models: ModelRepository,
    private readonly pipelines: PipelineRepository,
    private readonly store: ObjectStore,
    private readonly births: VersionBirth,
    private readonly prover: OnnxProver,
    private readonly datasets: DatasetRepository,
  ) {}

  /** Stores the exports and returns the row without its number; nothing is written to the database yet. */
  async prepare(tx: Tx, trained: TrainedModel, signal?: AbortSignal): Promise<UnnumberedVersion> {
    const pipeline = await this.pipelines.byId(tx, trained.pipelineId);
    const weights = await readWeights(await this.store.get(trained.weightsSha256));
    const number = await this.models.nextNumber(tx, trained.pipelineId);
    const answers = trained.predictions.map(({ confidence, label, predicted }) => ({
      confidence,
      right: predicted === label,
    }));
    const stated = pipeline.deployment.rejectBelow;
    const rejectBelow = stated === null ? rejectThreshold(answers) : Number(stated);
    const { golden, first } = await this.golden(trained);
    const contract = modelContract({
      pipeline: pipeline.key,
      version: number,
      labels: trained.classNames,
      rejectBelow,
      weightsSha256: trained.weightsSha256,
      policy: await this.datasets.byId(tx, pipeline.datasetId),
    });
    const exported = await this.stored(await exportModel(weights, contract, first));
    const onnxProof = await this.proof(trained, exported, signal);
    // An export that answers differently helps nobody.
    const files = exported.filter(({ kind }) => kind !== 'ONNX' || !onnxProof || isProven(onnxProof));
    const { pipelineId, runId, weightsSha256, classNames, dataDigest, validationDigest, engine, parentId } =
      trained;
    return {
      ...this.births.identity(),
      pipelineId,
      runId,
      number,
      architecture: weights.plan.architecture,
      classNames,
      weightsSha256,
      dataDigest,
      validationDigest,
      configDigest: configDigest(pipeline.training),
      preprocessingDigest: preprocessingDigest(),
      codeVersion: codeVersion(),
      seed: pipeline.training.seed,
      engine,
      parentId,
      rejectBelow,
      calibration: calibrate(answers),
      files: [...files, ...trained.eventFiles],
      golden,
      onnxProof,
    };
  }

  /** Gives the version its number for good; the pipeline stays locked until the transaction ends. */
  async register(tx: Tx, prepared: UnnumberedVersion): Promise<ModelVersion> {
    await this.pipelines.lock(tx, { id: prepared.pipelineId });
    const known = await this.models.byRun(tx, prepared.runId);
    if (known) return known;
    const number = await this.models.nextNumber(tx, prepared.pipelineId);
    const version = this.births.signed({ ...prepared, number });
    await this.models.insert(tx, version);
    return version;
  }

  private async golden(trained: TrainedModel) {
    const pixels = await this.store.get(trained.validationPixelsSha256);
    const classes = trained.classNames.length;
    const places = spread(trained.predictions.length, GOLDEN_PICTURES);
    const picture = (place: number) => pixels.subarray(place * INPUT_VALUES, (place + 1) * INPUT_VALUES);
    const answer = (place: number) => [
      ...trained.probabilities.subarray(place * classes, (place + 1) * classes),
    ];
    const { sha256 } = await this.store.put(Buffer.concat(places.map(picture)));
    const golden: GoldenSet = { pixelsSha256: sha256, probabilities: places.map(answer) };
    const [place] = places;
    return {
      golden,
      first: place === undefined ? null : { pixels: picture(place), probabilities: answer(place) },
    };
  }

  private proof(trained: TrainedModel, files: ModelFile[], signal?: AbortSignal): Promise<OnnxProof | null> {
    const onnx = files.find(({ kind }) => kind === 'ONNX');
    if (!onnx) return Promise.resolve(null);
    const { validationPixelsSha256, probabilities, predictions } = trained;
    const asked = { pixelsSha256: validationPixelsSha256, rows: predictions.length, probabilities };
    return this.prover.prove({ onnxSha256: onnx.sha256, ...asked }, signal);
  }

  private async stored(files: Awaited<ReturnType<typeof exportModel>>): Promise<ModelFile[]> {
    const kept: ModelFile[] = [];
    for (const { kind, name, data } of files) {
      const contentType = CONTENT_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      kept.push({ kind, name, ...(await this.store.put(data, { contentType })) });
    }
    return kept;
  }
}
