import { accumulate8, laneSum, madd, store8 } from './madd';

/**
 * C[m][n] = sum over k of A(m, k) * B[k][n]. A is addressed by two strides, so that it may be read transposed; B by the
 * stride of its rows and that of its blocks of eight columns (32 in a plain matrix), so that it may be packed. Strides in
 * bytes; rows % 4 == 0, cols % 8 == 0; inner may be any number. The order of summation does not depend on the ranges.
 */
export function multiply(
  a: usize, aRow: usize, aInner: usize, b: usize, bRow: usize, bBlock: usize, c: usize, cRow: usize, rows: i32, cols: i32, inner: i32,
): void {
  product(a, aRow, aInner, b, bRow, bBlock, c, cRow, rows, cols, inner, false);
}

/** The same added to what C holds. */
export function multiplyAdd(
  a: usize, aRow: usize, aInner: usize, b: usize, bRow: usize, bBlock: usize, c: usize, cRow: usize, rows: i32, cols: i32, inner: i32,
): void {
  product(a, aRow, aInner, b, bRow, bBlock, c, cRow, rows, cols, inner, true);
}

@inline
function product(
  a: usize, aRow: usize, aInner: usize, b: usize, bRow: usize, bBlock: usize, c: usize, cRow: usize, rows: i32, cols: i32, inner: i32, adds: bool,
): void {
  const row2 = aRow * 2;
  const row3 = aRow * 3;
  for (let n = 0; n < cols; n += 8) {
    for (let m = 0; m < rows; m += 4) {
      let pa = a + <usize>m * aRow;
      let pb = b + <usize>(n >> 3) * bBlock;
      let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
      let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
      let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
      let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
      for (let k = 0; k < inner; k++) {
        const b0 = v128.load(pb), b1 = v128.load(pb, 16);
        let s = v128.load32_splat(pa);
        c00 = madd(s, b0, c00); c01 = madd(s, b1, c01);
        s = v128.load32_splat(pa + aRow);
        c10 = madd(s, b0, c10); c11 = madd(s, b1, c11);
        s = v128.load32_splat(pa + row2);
        c20 = madd(s, b0, c20); c21 = madd(s, b1, c21);
        s = v128.load32_splat(pa + row3);
        c30 = madd(s, b0, c30); c31 = madd(s, b1, c31);
        pa += aInner;
        pb += bRow;
      }
      let o = c + <usize>m * cRow + <usize>n * 4;
      put8(o, c00, c01, adds); o += cRow;
      put8(o, c10, c11, adds); o += cRow;
      put8(o, c20, c21, adds); o += cRow;
      put8(o, c30, c31, adds);
    }
  }
}

/** X[m][j] = sum over n of Y[m][n] * W[j][n]. rows % 4 == 0, cols (of X) % 2 == 0, inner % 4 == 0. */
export function multiplyTransposed(
  y: usize, yRow: usize, w: usize, wRow: usize, x: usize, xRow: usize, rows: i32, cols: i32, inner: i32,
): void {
  const innerBytes = <usize>inner * 4;
  const row2 = yRow * 2;
  const row3 = yRow * 3;
  for (let j = 0; j < cols; j += 2) {
    for (let m = 0; m < rows; m += 4) {
      let py = y + <usize>m * yRow;
      let pw = w + <usize>j * wRow;
      const end = py + innerBytes;
      let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
      let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
      let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
      let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
      while (py < end) {
        const b0 = v128.load(pw), b1 = v128.load(pw + wRow);
        let v = v128.load(py);
        c00 = madd(v, b0, c00); c01 = madd(v, b1, c01);
        v = v128.load(py + yRow);
        c10 = madd(v, b0, c10); c11 = madd(v, b1, c11);
        v = v128.load(py + row2);
        c20 = madd(v, b0, c20); c21 = madd(v, b1, c21);
        v = v128.load(py + row3);
        c30 = madd(v, b0, c30); c31 = madd(v, b1, c31);
        py += 16;
        pw += 16;
      }
      let o = x + <usize>m * xRow + <usize>j * 4;
      store<f32>(o, laneSum(c00)); store<f32>(o, laneSum(c01), 4); o += xRow;
      store<f32>(o, laneSum(c10)); store<f32>(o, laneSum(c11), 4); o += xRow;
      store<f32>(o, laneSum(c20)); store<f32>(o, laneSum(c21), 4); o += xRow;
      store<f32>(o, laneSum(c30)); store<f32>(o, laneSum(c31), 4);
    }
  }
}

@inline
function put8(address: usize, low: v128, high: v128, adds: bool): void {
  if (adds) accumulate8(address, low, high);
  else store8(address, low, high);
}
