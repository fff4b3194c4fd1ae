import { Injectable } from '@nestjs/common';
import { canonical, SecretBox } from '#platform';
import { ModelTamperedError } from './model.errors.js';
import type { ModelVersion } from './model-version.entity.js';

/**
 * Signs versions and refuses those that were changed afterwards. The row lists the SHA-256 of every file, and files are
 * stored under theirs: one changed byte in a file or in the row breaks the chain.
 */
@Injectable()
export class ModelSeal {
  constructor(private readonly box: SecretBox) {}

  sign(version: Omit<ModelVersion, 'signature'>): ModelVersion {
    return { ...version, signature: this.box.sign(manifestOf(version)) };
  }

  /** Throws ModelTamperedError. */
  check(version: ModelVersion): void {
    const { signature, number } = version;
    if (signature === null) throw new ModelTamperedError(number, 'it carries no signature');
    if (!this.box.isSigned(manifestOf(version), signature))
      throw new ModelTamperedError(number, 'it is not what was signed');
  }
}

function manifestOf(version: Omit<ModelVersion, 'signature'>): string {
  const { signature: _, ...signed } = { signature: null, ...version };
  return canonical(signed);
}
