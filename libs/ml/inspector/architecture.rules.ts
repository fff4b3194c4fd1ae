/** A layer as people describe it. filter is [height, width, in channels, out channels]; stride 1, SAME. */
export interface LayerPlan {
  name: string;
  kind: string;
  filter?: number[] | null;
  units?: number | null;
  /** Size and stride of a max pool after the layer, SAME. */
  pool?: number | null;
}

/** One row of the inspector: what a layer makes of its input, and what it costs for one picture. */
export interface LayerRow {
  name: string;
  /** [height, width, channels] or [units]. */
  outputShape: number[];
  /** [height, width, in, out] of a convolution, [in, units] of a dense layer. */
  kernelShape: number[] | null;
  parameters: number;
  macs: number;
  meaning: string;
}

/** The layer table with its sums; on a misfit both go up to the layer before it. */
export interface ArchitectureReport {
  layers: LayerRow[];
  parameters: number;
  macs: number;
  misfit: string | null;
}

type Outcome = LayerRow | { misfit: string };

/**
 * Follows a shape [height, width, channels] through the layers: output shapes, parameters with biases,
 * multiply-accumulates for one picture, and the first layer that does not fit.
 */
export function inspectArchitecture(
  inputShape: readonly number[],
  layers: readonly LayerPlan[],
): ArchitectureReport {
  const report: ArchitectureReport = { layers: [], parameters: 0, macs: 0, misfit: null };
  let shape = [...inputShape];
  for (const layer of layers) {
    const row = follow(layer, shape);
    if ('misfit' in row) return { ...report, misfit: `${layer.name}: ${row.misfit}` };
    const parameters = report.parameters + row.parameters;
    const macs = report.macs + row.macs;
    if (!Number.isSafeInteger(parameters) || !Number.isSafeInteger(macs)) {
      return { ...report, misfit: `${layer.name}: the sums pass 2^53, no machine could run this.` };
    }
    report.layers.push(row);
    report.parameters = parameters;
    report.macs = macs;
    shape = row.outputShape;
  }
  return report;
}

function follow(layer: LayerPlan, shape: number[]): Outcome {
  switch (layer.kind) {
    case 'conv':
      return convolution(layer, shape);
    case 'dense':
      return dense(layer, shape);
    case 'pool':
      return poolOnly(layer, shape);
    case 'flatten':
      return plain(layer, [product(shape)], `puts ${times(shape)} into one row of ${product(shape)} numbers`);
    case 'dropout':
      return plain(layer, shape, 'sets a share of the numbers to 0 in training, does nothing afterwards');
    default:
      return { misfit: `unknown kind "${layer.kind}"; known are conv, dense, pool, flatten and dropout.` };
  }
}

const isSize = (value: number): boolean => Number.isInteger(value) && value > 0;
const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
const times = (shape: readonly number[]): string => shape.join('x');
const listed = (shape: readonly number[]): string => `[${shape.join(',')}]`;

function convolution(layer: LayerPlan, shape: number[]): Outcome {
  const { filter } = layer;
  if (filter?.length !== 4 || !filter.every(isSize)) {
    return {
      misfit:
        'a convolution needs filter [height, width, in channels, out channels], four whole numbers above 0.',
    };
  }
  const [height, width, channels] = shape;
  if (shape.length !== 3 || !height || !width || !channels) {
    return {
      misfit: `a convolution needs a picture, but ${times(shape)} numbers without height and width arrive.`,
    };
  }
  const [kh, kw, kin, kout] = filter as [number, number, number, number];
  if (kin !== channels) {
    return {
      misfit:
        `filter ${listed(filter)} takes ${kin} channels, but ${channels} arrive (${times(shape)}); ` +
        `it must be [${kh},${kw},${channels},${kout}].`,
    };
  }
  const full = [height, width, kout];
  const pooled = pool(layer, full);
  if ('misfit' in pooled) return pooled;
  return {
    name: layer.name,
    outputShape: pooled.shape,
    kernelShape: [...filter],
    parameters: kh * kw * kin * kout + kout,
    macs: height * width * kh * kw * kin * kout,
    meaning:
      `${listed(filter)} is [height, width, in, out]: ${kout} filters of ${kh}x${kw} over ${kin} channels; ` +
      `${times(shape)} becomes ${times(full)}${pooled.words}`,
  };
}

function dense(layer: LayerPlan, shape: number[]): Outcome {
  const { units } = layer;
  if (!units || !isSize(units)) return { misfit: 'a dense layer needs units, a whole number above 0.' };
  if (layer.pool) return { misfit: 'a pool needs a picture, but a dense layer gives one row of numbers.' };
  const inputs = product(shape);
  return {
    name: layer.name,
    outputShape: [units],
    kernelShape: [inputs, units],
    parameters: inputs * units + units,
    macs: inputs * units,
    meaning:
      `${shape.length > 1 ? `${times(shape)} laid out as ${inputs} numbers` : `${inputs} numbers`}, ` +
      `each joined to each of ${units} outputs`,
  };
}

function poolOnly(layer: LayerPlan, shape: number[]): Outcome {
  if (!layer.pool) return { misfit: 'a pool layer needs pool, its size and stride.' };
  const pooled = pool(layer, shape);
  if ('misfit' in pooled) return pooled;
  return plain(
    layer,
    pooled.shape,
    `keeps the largest of each ${layer.pool}x${layer.pool} numbers: ${times(shape)} becomes ${times(pooled.shape)}`,
  );
}

function pool(layer: LayerPlan, shape: number[]): { shape: number[]; words: string } | { misfit: string } {
  const size = layer.pool;
  if (size === null || size === undefined) return { shape, words: '' };
  if (!isSize(size)) return { misfit: 'pool must be a whole number above 0.' };
  const [height, width, channels] = shape;
  if (shape.length !== 3 || !height || !width || !channels) {
    return { misfit: `a pool needs a picture, but ${times(shape)} numbers without height and width arrive.` };
  }
  const pooled = [Math.ceil(height / size), Math.ceil(width / size), channels];
  return { shape: pooled, words: `, pooled ${size}x${size} to ${times(pooled)}` };
}

function plain(layer: LayerPlan, outputShape: number[], meaning: string): LayerRow {
  return {
    name: layer.name,
    outputShape: [...outputShape],
    kernelShape: null,
    parameters: 0,
    macs: 0,
    meaning,
  };
}
