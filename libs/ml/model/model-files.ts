import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ObjectStore } from '#platform';
import { ModelSeal } from './model-seal.js';
import type { ModelFile, ModelVersion } from './model-version.entity.js';

/** The only way to the bytes of a version: nothing of one that was changed gets out. */
@Injectable()
export class ModelFiles {
  constructor(
    private readonly store: ObjectStore,
    private readonly seal: ModelSeal,
  ) {}

  /** The weights file. Throws ModelTamperedError or ObjectTornError. */
  async weights(version: ModelVersion): Promise<Buffer> {
    this.seal.check(version);
    return this.store.get(version.weightsSha256);
  }

  /** A file that the version lists; proven before its first byte is handed out. */
  async stream(version: ModelVersion, { sha256 }: Pick<ModelFile, 'sha256'>): Promise<Readable> {
    this.seal.check(version);
    return this.store.stream(sha256);
  }
}
