// Operations on blocks of rows: `cols` values of each of `rows` rows, the rows `stride` bytes apart. cols % 4 == 0.

/** x += bias for each row. */
export function addBias(x: usize, bias: usize, rows: i32, cols: i32, stride: usize): void {
  for (let m = 0; m < rows; m++) {
    for (let n = 0; n < cols; n += 4) {
      const p = x + <usize>m * stride + <usize>n * 4;
      v128.store(p, f32x4.add(v128.load(p), v128.load(bias + <usize>n * 4)));
    }
  }
}

/** x = relu(x + bias) for each row; NaN stays NaN. */
export function addBiasRelu(x: usize, bias: usize, rows: i32, cols: i32, stride: usize): void {
  for (let m = 0; m < rows; m++) {
    for (let n = 0; n < cols; n += 4) {
      const p = x + <usize>m * stride + <usize>n * 4;
      v128.store(p, f32x4.max(f32x4.add(v128.load(p), v128.load(bias + <usize>n * 4)), f32x4.splat(0)));
    }
  }
}

/** g = 0 where the relu's output y is 0. */
export function reluGradient(g: usize, y: usize, rows: i32, cols: i32, stride: usize): void {
  for (let m = 0; m < rows; m++) {
    for (let n = 0; n < cols; n += 4) {
      const at = <usize>m * stride + <usize>n * 4;
      v128.store(g + at, v128.and(v128.load(g + at), f32x4.gt(v128.load(y + at), f32x4.splat(0))));
    }
  }
}

/** out = x * factor, element by element. */
export function elementwiseProduct(x: usize, factor: usize, out: usize, rows: i32, cols: i32, stride: usize): void {
  for (let m = 0; m < rows; m++) {
    for (let n = 0; n < cols; n += 4) {
      const at = <usize>m * stride + <usize>n * 4;
      v128.store(out + at, f32x4.mul(v128.load(x + at), v128.load(factor + at)));
    }
  }
}

/** out[n] = sum over all rows of x[m][n], from the first row to the last. */
export function columnSums(x: usize, out: usize, rows: i32, cols: i32, stride: usize): void {
  for (let n = 0; n < cols; n += 4) {
    let sum = f32x4.splat(0);
    for (let m = 0; m < rows; m++) sum = f32x4.add(sum, v128.load(x + <usize>m * stride + <usize>n * 4));
    v128.store(out + <usize>n * 4, sum);
  }
}
