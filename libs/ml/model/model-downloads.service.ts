import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import { DeploymentRepository } from '../deployment/deployment.repository.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { ModelRepository } from './model.repository.js';
import { ModelFiles } from './model-files.js';

/** A file on its way out. */
export interface Download {
  name: string;
  bytes: number;
  sha256: string;
  contentType: string;
  stream: Readable;
}

/** One version in TensorFlow Serving's status form. */
export interface VersionStatus {
  version: string;
  state: 'AVAILABLE' | 'LOADING' | 'START';
  status: { error_code: 'OK'; error_message: '' };
}

const TYPES: Record<string, string> = {
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  png: 'image/png',
};

/** Files and states of models for callers that name a pipeline by its key. */
@Injectable()
export class ModelDownloads {
  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly models: ModelRepository,
    private readonly deployments: DeploymentRepository,
    private readonly files: ModelFiles,
  ) {}

  /** Versions that answer or may answer soon; empty before the first, null when there is no such pipeline. */
  async status(key: string): Promise<VersionStatus[] | null> {
    const { read } = this.transactions;
    const pipeline = await this.pipelines.byKey(read, key);
    if (!pipeline) return null;
    const active = await this.deployments.active(read, [pipeline.id]);
    const versions = await this.models.byIds(
      read,
      active.map((one) => one.modelVersionId),
    );
    return versions
      .sort((a, b) => b.number - a.number)
      .map(({ number }) => ({
        version: String(number),
        state: 'AVAILABLE',
        status: { error_code: 'OK', error_message: '' },
      }));
  }

  /** A file by the name that the version lists it under: names are looked up, never joined to a path. Throws ModelTamperedError or ObjectTornError. */
  async file(key: string, number: number, name: string): Promise<Download | null> {
    const { read } = this.transactions;
    const pipeline =
      Number.isSafeInteger(number) && number > 0 && number < 2 ** 31
        ? await this.pipelines.byKey(read, key)
        : null;
    const version = pipeline && (await this.models.byNumber(read, pipeline.id, number));
    const file = version?.files.find((one) => one.name === name);
    if (!version || !file) return null;
    const contentType = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const { bytes, sha256 } = file;
    return { name, bytes, sha256, contentType, stream: await this.files.stream(version, file) };
  }
}
