import { INPUT_SIZE } from '../engine/network.rules.js';
import { PREPROCESSING, preprocessingDigest } from '../engine/preprocessing.rules.js';
import type { PicturePolicy } from '../image/picture-policy.js';

/** Name of the input in every export. */
export const INPUT_NAME = 'image';
/** Name of the output in every export. */
export const OUTPUT_NAME = 'prediction';

const AVERAGE = 'area average to 96x96, each value rounded half up to a whole one';
const SIZES: Record<PicturePolicy['sizePolicy'], string> = {
  RESIZE: AVERAGE,
  CENTER_CROP: `the middle square, then ${AVERAGE}`,
  STRICT: 'none: other sizes than 96x96 are refused',
};

/** What somebody who runs the model elsewhere must know; becomes contract.json. */
export interface ModelContract {
  pipeline: string;
  version: number;
  input: Record<string, unknown>;
  output: Record<string, unknown>;
  labels: string[];
  rejectBelow: number;
  preprocessingDigest: string;
  weightsSha256: string;
}

/** Says what goes in, what comes out, and what to do with a picture before. */
export function modelContract(part: {
  pipeline: string;
  version: number;
  labels: string[];
  rejectBelow: number;
  weightsSha256: string;
  policy: PicturePolicy;
}): ModelContract {
  const { labels, pipeline, version, rejectBelow, weightsSha256, policy } = part;
  return {
    pipeline,
    version,
    input: {
      name: INPUT_NAME,
      shape: [1, INPUT_SIZE, INPUT_SIZE, 3],
      dtype: 'float32',
      layout: PREPROCESSING.layout,
      colour: PREPROCESSING.colour,
      range: PREPROCESSING.range,
      scale: PREPROCESSING.scale,
      resize: `${SIZES[policy.sizePolicy]}; ${policy.expandGrey ? 'grey becomes three equal channels' : 'grey is refused'}`,
    },
    output: {
      name: OUTPUT_NAME,
      shape: [1, labels.length],
      dtype: 'float32',
      meaning: 'one probability for each label, in the order of labels.txt',
      softmaxApplied: true,
    },
    labels,
    rejectBelow,
    preprocessingDigest: preprocessingDigest(),
    weightsSha256,
  };
}
