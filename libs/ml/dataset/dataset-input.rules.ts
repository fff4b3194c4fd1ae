import { Refusal, refuseIfAny } from '#platform';
import { readThresholds } from '../check/thresholds.rules.js';
import type { SizePolicy } from '../image/picture-policy.js';

/** What importDataset is told; what is left out takes its default. */
export interface NewDataset {
  key: string;
  root: string;
  trainingManifest: string;
  validationManifest?: string | null;
  sizePolicy?: SizePolicy | null;
  expandGrey?: boolean | null;
  quarantine?: boolean | null;
  checks?: unknown;
  idempotencyKey?: string | null;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Whether a text may be the key of a dataset. */
export const isKey = (key: string): boolean => KEY.test(key);

/** Refuses a bad key, empty paths and unknown thresholds, all together and each with its place. */
export function refuseBadDataset(input: NewDataset): void {
  const refusals: Refusal[] = [];
  const bad = (message: string, ...path: string[]): void => {
    refusals.push(new Refusal('INVALID_INPUT', message, ['input', ...path]));
  };
  if (!isKey(input.key))
    bad('A key has 1 to 63 of a-z, 0-9 and "-", and starts with a letter or digit.', 'key');
  if (input.root.trim() === '') bad('root names a folder.', 'root');
  if (input.trainingManifest.trim() === '') bad('trainingManifest names a file.', 'trainingManifest');
  if (input.validationManifest?.trim() === '') bad('validationManifest names a file.', 'validationManifest');
  for (const { path, message } of readThresholds(input.checks).faults) bad(message, 'checks', ...path);
  refuseIfAny(refusals);
}
