import { settlePool } from './pool';

/*
 * Convolutions of 3x3 by Winograd's F(2x2, 3x3) (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks",
 * 2015): a tile of 2x2 outputs takes 16 products for each pair of channels instead of 36.
 *
 *   forward    Y  = A' [ (G g G') . (B' d B) ] A       d: 4x4 inputs, g: the kernel, Y: 2x2 outputs, ' = transposed
 *   backward   dg = G' [ sum over tiles of (B' d B) . (A dY A') ] G
 *
 *        1  0 -1  0            1    0    0          1  0
 *   B' = 0  1  1  0        G = 1/2  1/2  1/2    A = 1  1
 *        0 -1  1  0            1/2 -1/2  1/2        1 -1
 *        0  1  0 -1            0    0    1          0 -1
 *
 * The 16 places of a tile are 16 planes, each a matrix [tiles][channels], `plane` bytes apart; between the transforms
 * stand 16 matrix products (`multiply`). Tiles are taken by rows of tiles: `rows` of them from row `first` on.
 * Channels % 4 == 0.
 */

/** B' d B of padded [size + 2][size + 2][c]. */
export function tileInputs(padded: usize, to: usize, plane: usize, size: i32, c: i32, first: i32, rows: i32): void {
  const bytes = <usize>c * 4;
  const line = <usize>(size + 2) * bytes;
  for (let ty = first; ty < first + rows; ty++) {
    for (let tx = 0; tx < size >> 1; tx++) {
      const d0 = padded + <usize>(2 * ty) * line + <usize>(2 * tx) * bytes;
      for (let at: usize = 0; at < bytes; at += 16) {
        const p0 = d0 + at, p1 = p0 + line, p2 = p1 + line, p3 = p2 + line;
        inputRow(to, plane, minus(p0, p2), minus(p0 + bytes, p2 + bytes), minus(p0 + 2 * bytes, p2 + 2 * bytes), minus(p0 + 3 * bytes, p2 + 3 * bytes));
        inputRow(to + 4 * plane, plane, plus(p1, p2), plus(p1 + bytes, p2 + bytes), plus(p1 + 2 * bytes, p2 + 2 * bytes), plus(p1 + 3 * bytes, p2 + 3 * bytes));
        inputRow(to + 8 * plane, plane, minus(p2, p1), minus(p2 + bytes, p1 + bytes), minus(p2 + 2 * bytes, p1 + 2 * bytes), minus(p2 + 3 * bytes, p1 + 3 * bytes));
        inputRow(to + 12 * plane, plane, minus(p1, p3), minus(p1 + bytes, p3 + bytes), minus(p1 + 2 * bytes, p3 + 2 * bytes), minus(p1 + 3 * bytes, p3 + 3 * bytes));
        to += 16;
      }
    }
  }
}

/** A dY A' of the interior of padded gradients [size + 2][size + 2][c]. */
export function tileGradients(padded: usize, to: usize, plane: usize, size: i32, c: i32, first: i32, rows: i32): void {
  const bytes = <usize>c * 4;
  const line = <usize>(size + 2) * bytes;
  const zero = f32x4.splat(0);
  for (let ty = first; ty < first + rows; ty++) {
    for (let tx = 0; tx < size >> 1; tx++) {
      const corner = padded + <usize>(2 * ty + 1) * line + <usize>(2 * tx + 1) * bytes;
      for (let at: usize = 0; at < bytes; at += 16) {
        const p = corner + at;
        const y00 = v128.load(p), y01 = v128.load(p + bytes);
        const y10 = v128.load(p + line), y11 = v128.load(p + line + bytes);
        gradientRow(to, plane, y00, y01);
        gradientRow(to + 4 * plane, plane, f32x4.add(y00, y10), f32x4.add(y01, y11));
        gradientRow(to + 8 * plane, plane, f32x4.sub(y00, y10), f32x4.sub(y01, y11));
        gradientRow(to + 12 * plane, plane, f32x4.sub(zero, y10), f32x4.sub(zero, y11));
        to += 16;
      }
    }
  }
}

/** A' M A to out [size][size][c]. */
export function tileOutputs(from: usize, plane: usize, out: usize, size: i32, c: i32, first: i32, rows: i32): void {
  const bytes = <usize>c * 4;
  const line = <usize>size * bytes;
  for (let ty = first; ty < first + rows; ty++) {
    for (let tx = 0; tx < size >> 1; tx++) {
      const corner = out + <usize>(2 * ty) * line + <usize>(2 * tx) * bytes;
      for (let at: usize = 0; at < bytes; at += 16) {
        const top0 = upper(from, plane), top1 = upper(from + plane, plane), top2 = upper(from + 2 * plane, plane), top3 = upper(from + 3 * plane, plane);
        const low0 = lower(from, plane), low1 = lower(from + plane, plane), low2 = lower(from + 2 * plane, plane), low3 = lower(from + 3 * plane, plane);
        const p = corner + at;
        v128.store(p, left(top0, top1, top2));
        v128.store(p + bytes, right(top1, top2, top3));
        v128.store(p + line, left(low0, low1, low2));
        v128.store(p + line + bytes, right(low1, low2, low3));
        from += 16;
      }
    }
  }
}

/** The same, with bias, relu and 2x2 pool on the way, as `poolBiasRelu` does: a tile of outputs is a window of the pool. */
export function tilePoolBiasRelu(
  from: usize, plane: usize, bias: usize, out: usize, outRow: usize, winner: usize, size: i32, c: i32, first: i32, rows: i32,
): void {
  const bytes = <usize>c * 4;
  const half = size >> 1;
  for (let ty = first; ty < first + rows; ty++) {
    let to = out + <usize>ty * outRow;
    let which = winner + <usize>(ty * half * c);
    for (let tx = 0; tx < half; tx++) {
      for (let at: usize = 0; at < bytes; at += 16) {
        const top0 = upper(from, plane), top1 = upper(from + plane, plane), top2 = upper(from + 2 * plane, plane), top3 = upper(from + 3 * plane, plane);
        const low0 = lower(from, plane), low1 = lower(from + plane, plane), low2 = lower(from + 2 * plane, plane), low3 = lower(from + 3 * plane, plane);
        settlePool(left(top0, top1, top2), right(top1, top2, top3), left(low0, low1, low2), right(low1, low2, low3), v128.load(bias + at), to, which);
        from += 16;
        to += 16;
        which += 4;
      }
    }
  }
}

/** G g G' of a kernel [3][3][inC][outC]; each plane packed [outC / 8][inC][8], as `multiply` reads it. */
export function tileKernel(kernel: usize, to: usize, inC: i32, outC: i32): void {
  const plane = <usize>(inC * outC) * 4;
  const half = f32x4.splat(0.5);
  for (let block = 0; block < outC >> 3; block++) {
    for (let c = 0; c < inC; c++) {
      for (let side: usize = 0; side < 32; side += 16) {
        const g = kernel + <usize>(c * outC + block * 8) * 4 + side;
        for (let j = 0; j < 4; j++) {
          const r0 = kernelColumn(g, plane, j, half), r1 = kernelColumn(g + 3 * plane, plane, j, half), r2 = kernelColumn(g + 6 * plane, plane, j, half);
          const p = to + <usize>j * plane + side;
          const sum = f32x4.add(r0, r2);
          v128.store(p, r0);
          v128.store(p + 4 * plane, f32x4.mul(half, f32x4.add(sum, r1)));
          v128.store(p + 8 * plane, f32x4.mul(half, f32x4.sub(sum, r1)));
          v128.store(p + 12 * plane, r2);
        }
      }
      to += 32;
    }
  }
}

/**
 * From a packed `tileKernel` that of the kernel turned by 180 degrees with in and out exchanged, packed [inC / 8][outC][8]:
 * turning only exchanges the first and the last row and column of the transform.
 */
export function tileKernelFlipped(tiled: usize, to: usize, inC: i32, outC: i32): void {
  const plane = inC * outC;
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      const from = tiled + <usize>((turned(i) * 4 + turned(j)) * plane) * 4;
      for (let block = 0; block < inC >> 3; block++) {
        for (let k = 0; k < outC; k++) {
          for (let c = block * 8; c < block * 8 + 8; c++) {
            store<f32>(to, load<f32>(from + <usize>(((k >> 3) * inC + c) * 8 + (k & 7)) * 4));
            to += 4;
          }
        }
      }
    }
  }
}

/** Adds G' dU G to a kernel's gradient [3][3][inC][outC]; the planes of dU are [inC][outC]. */
export function tileKernelGradient(from: usize, gradient: usize, inC: i32, outC: i32): void {
  const plane = <usize>(inC * outC) * 4;
  const half = f32x4.splat(0.5);
  for (let at: usize = 0; at < plane; at += 16) {
    for (let i: usize = 0; i < 3; i++) {
      const p = from + at;
      const s0 = foldRows(p, plane, i, half), s1 = foldRows(p + plane, plane, i, half);
      const s2 = foldRows(p + 2 * plane, plane, i, half), s3 = foldRows(p + 3 * plane, plane, i, half);
      const sum = f32x4.mul(half, f32x4.add(s1, s2));
      const to = gradient + 3 * i * plane + at;
      add(to, f32x4.add(s0, sum));
      add(to + plane, f32x4.mul(half, f32x4.sub(s1, s2)));
      add(to + 2 * plane, f32x4.add(sum, s3));
    }
  }
}

@inline
function minus(p: usize, q: usize): v128 {
  return f32x4.sub(v128.load(p), v128.load(q));
}

@inline
function plus(p: usize, q: usize): v128 {
  return f32x4.add(v128.load(p), v128.load(q));
}

@inline
function inputRow(to: usize, plane: usize, t0: v128, t1: v128, t2: v128, t3: v128): void {
  v128.store(to, f32x4.sub(t0, t2));
  v128.store(to + plane, f32x4.add(t1, t2));
  v128.store(to + 2 * plane, f32x4.sub(t2, t1));
  v128.store(to + 3 * plane, f32x4.sub(t1, t3));
}

@inline
function gradientRow(to: usize, plane: usize, y0: v128, y1: v128): void {
  v128.store(to, y0);
  v128.store(to + plane, f32x4.add(y0, y1));
  v128.store(to + 2 * plane, f32x4.sub(y0, y1));
  v128.store(to + 3 * plane, f32x4.sub(f32x4.splat(0), y1));
}

/** One column of planes (4 apart) to the upper and the lower output. */
@inline
function upper(m: usize, plane: usize): v128 {
  return f32x4.add(f32x4.add(v128.load(m), v128.load(m + 4 * plane)), v128.load(m + 8 * plane));
}

@inline
function lower(m: usize, plane: usize): v128 {
  return f32x4.sub(f32x4.sub(v128.load(m + 4 * plane), v128.load(m + 8 * plane)), v128.load(m + 12 * plane));
}

@inline
function left(s0: v128, s1: v128, s2: v128): v128 {
  return f32x4.add(f32x4.add(s0, s1), s2);
}

@inline
function right(s1: v128, s2: v128, s3: v128): v128 {
  return f32x4.sub(f32x4.sub(s1, s2), s3);
}

/** Column j of one row of g G'; taps are `plane` bytes apart. */
@inline
function kernelColumn(row: usize, plane: usize, j: i32, half: v128): v128 {
  const g0 = v128.load(row), g2 = v128.load(row + 2 * plane);
  if (j == 0) return g0;
  if (j == 3) return g2;
  const g1 = v128.load(row + plane), ends = f32x4.add(g0, g2);
  return f32x4.mul(half, j == 1 ? f32x4.add(ends, g1) : f32x4.sub(ends, g1));
}

/** Row i of G' dU in one column of planes. */
@inline
function foldRows(p: usize, plane: usize, i: usize, half: v128): v128 {
  const u1 = v128.load(p + 4 * plane), u2 = v128.load(p + 8 * plane);
  if (i == 1) return f32x4.mul(half, f32x4.sub(u1, u2));
  return f32x4.add(f32x4.mul(half, f32x4.add(u1, u2)), v128.load(i == 0 ? p : p + 12 * plane));
}

@inline
function turned(i: i32): i32 {
  return i == 0 ? 3 : i == 3 ? 0 : i;
}

@inline
function add(address: usize, value: v128): void {
  v128.store(address, f32x4.add(v128.load(address), value));
}
