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
export function areaSums(
  { data, width: w, height: h, channels }: Pixels,
  width: number,
  height: number,
): Float64Array {
  const columns = shares(w, width);
  const rows = shares(h, height);
  const out = new Float64Array(width * height * channels);
  const line = new Float64Array(width * channels);
  for (let y = 0; y < h; y++) {
    sumLine(data, y * w * channels, channels, columns, line);
    for (let k = rows.first[y]!; k < rows.first[y + 1]!; k++) {
      const base = rows.target[k]! * width * channels;
      const share = rows.share[k]!;
      for (let i = 0; i < line.length; i++) out[base + i]! += line[i]! * share;
    }
  }
  return out;
}

interface Shares {
  /** first[j]..first[j + 1]: the entries of source pixel j. */
  first: Int32Array;
  target: Int32Array;
  share: Int32Array;
}

// In units of 1/(from x to): source pixel j covers [j x to, (j + 1) x to), output pixel i [i x from, (i + 1) x from).
function shares(from: number, to: number): Shares {
  const first = new Int32Array(from + 1);
  const target: number[] = [];
  const share: number[] = [];
  for (let j = 0; j < from; j++) {
    first[j] = target.length;
    const end = (j + 1) * to;
    for (let i = Math.floor((j * to) / from); i * from < end; i++) {
      target.push(i);
      share.push(Math.min(end, (i + 1) * from) - Math.max(j * to, i * from));
    }
  }
  first[from] = target.length;
  return { first, target: Int32Array.from(target), share: Int32Array.from(share) };
}

function sumLine(
  data: Uint8Array,
  offset: number,
  channels: number,
  columns: Shares,
  line: Float64Array,
): void {
  line.fill(0);
  const { first, target, share } = columns;
  for (let x = 0; x + 1 < first.length; x++) {
    const at = offset + x * channels;
    for (let k = first[x]!; k < first[x + 1]!; k++) {
      const base = target[k]! * channels;
      for (let c = 0; c < channels; c++) line[base + c]! += data[at + c]! * share[k]!;
    }
  }
}
