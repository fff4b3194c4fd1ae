import { createHash } from 'node:crypto';
import { canonical } from '#platform';
import type { TrainingSettings } from '../pipeline/pipeline-settings.rules.js';

/** Digest of how a pipeline trains. */
export const configDigest = (training: TrainingSettings): string => sha256(canonical(training));

/** What identifies a training: equal data and equal configuration give an equal key, whenever and whoever runs it. */
export const runKeyOf = (dataDigest: string, training: TrainingSettings): string =>
  sha256(`${dataDigest}\n${configDigest(training)}`);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
