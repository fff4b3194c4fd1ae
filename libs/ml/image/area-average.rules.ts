/** Samples of 8 bit, interleaved row by row: width x height x channels. */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 3;
  data: Uint8Array;
}

/**
 * Resizes by area average, the one resize of this product: an output pixel is the mean of the source area that it
 * covers, partly covered source pixels counted by their share. Exact integer arithmetic, rounded half up, so that
 * every machine gives the same bytes. Enlarging follows the same rule: an output pixel inside one source pixel
 * takes its value, one across a border blends both.
 */
export function areaAverage(source: Pixels, width: number, height: number): Pixels {
  if (width === source.width && height === source.height) return source;
  const sums = areaSums(source, width, height);
  const area = source.width * source.height;
  const data = new Uint8Array(sums.length);
  for (let i = 0; i < sums.length; i++) data[i] = Math.floor((2 * sums[i]! + area) / (2 * area));
  return { width, height, channels: source.channels, data };
}

/**
 * The sums behind areaAverage before the division: mean x source.width x source.height, exact in a double up to
 * 2^53 (25 megapixels need 2^33). For comparing cells without rounding.
 */
export function areaSums(source: Pixels, width: number, height: number): Float64Array {
  const { data, width: w, height: h, channels } = source;
  const rows = shares(h, height);
  const columns = shares(w, width);
  const stride = w * channels;
  const out = new Float64Array(width * height * channels);
  // Rows first: the long loop runs along memory, and columns are summed once for each output row.
  const line = new Float64Array(stride);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    for (let k = rows.first[y]!; k < rows.first[y + 1]!; k++) {
      const share = rows.share[k]!;
      const from = rows.source[k]! * stride;
      for (let i = 0; i < stride; i++) line[i]! += data[from + i]! * share;
    }
    sumColumns(line, channels, columns, out, y * width * channels);
  }
  return out;
}

interface Shares {
  /** first[i]..first[i + 1]: the entries of output pixel i. */
  first: Int32Array;
  source: Int32Array;
  share: Int32Array;
}

// In units of 1/(from x to): source pixel j covers [j x to, (j + 1) x to), output pixel i [i x from, (i + 1) x from).
function shares(from: number, to: number): Shares {
  const first = new Int32Array(to + 1);
  const source: number[] = [];
  const share: number[] = [];
  for (let i = 0; i < to; i++) {
    first[i] = source.length;
    const end = (i + 1) * from;
    for (let j = Math.floor((i * from) / to); j * to < end; j++) {
      source.push(j);
      share.push(Math.min(end, (j + 1) * to) - Math.max(i * from, j * to));
    }
  }
  first[to] = source.length;
  return { first, source: Int32Array.from(source), share: Int32Array.from(share) };
}

function sumColumns(
  line: Float64Array,
  channels: number,
  { first, source, share }: Shares,
  out: Float64Array,
  at: number,
): void {
  for (let x = 0; x + 1 < first.length; x++) {
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      for (let k = first[x]!; k < first[x + 1]!; k++) sum += line[source[k]! * channels + c]! * share[k]!;
      out[at + x * channels + c] = sum;
    }
  }
}
