import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '#platform';
import { ModelSeal } from './model-seal.js';
import type { ModelVersion } from './model-version.entity.js';

/** What every new version gets: a name, an instant, and once it has its number a signature over all of it. */
@Injectable()
export class VersionBirth {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly seal: ModelSeal,
  ) {}

  identity(): Pick<ModelVersion, 'id' | 'createdAt'> {
    return { id: this.ids.next('mdl'), createdAt: this.clock.now() };
  }

  signed(version: Omit<ModelVersion, 'signature'>): ModelVersion {
    return this.seal.sign(version);
  }
}
