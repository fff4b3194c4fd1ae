import { accumulate8, madd } from './madd';

/**
 * Adds one picture's kernel gradient to gradient [k][k * inC][outC]: the sum over all positions of padded input times
 * padded output gradient (both [size + k - 1] wide; the gradient's border is skipped). outC % 8 == 0, k * inC % 3 == 0 or % 4 == 0.
 */
export function kernelGradient(padded: usize, dy: usize, gradient: usize, size: i32, k: i32, inC: i32, outC: i32): void {
  const inBytes = <usize>inC * 4;
  const outBytes = <usize>outC * 4;
  const width = size + k - 1;
  const inRow = <usize>width * inBytes;
  const outRow = <usize>width * outBytes;
  const border = <usize>(k >> 1);
  const first = dy + border * outRow + border * outBytes;
  const run = k * inC;
  const four = run % 4 == 0;
  const tile = four ? 4 : 3;
  for (let ky = 0; ky < k; ky++) {
    const top = padded + <usize>ky * inRow;
    for (let j = 0; j < run; j += tile) {
      for (let block = 0; block < outC >> 3; block++) {
        const to = gradient + <usize>(ky * run + j) * outBytes + <usize>block * 32;
        const a = top + <usize>j * 4;
        const b = first + <usize>block * 32;
        if (four) tile4(a, b, to, size, inBytes, outBytes, inRow, outRow);
        else tile3(a, b, to, size, inBytes, outBytes, inRow, outRow);
      }
    }
  }
}

function tile4(input: usize, dy: usize, to: usize, size: i32, inBytes: usize, outBytes: usize, inRow: usize, outRow: usize): void {
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
  for (let y = 0; y < size; y++) {
    let a = input + <usize>y * inRow;
    let b = dy + <usize>y * outRow;
    const end = b + <usize>size * outBytes;
    while (b < end) {
      const b0 = v128.load(b), b1 = v128.load(b, 16);
      let s = v128.load32_splat(a);
      c00 = madd(s, b0, c00); c01 = madd(s, b1, c01);
      s = v128.load32_splat(a, 4);
      c10 = madd(s, b0, c10); c11 = madd(s, b1, c11);
      s = v128.load32_splat(a, 8);
      c20 = madd(s, b0, c20); c21 = madd(s, b1, c21);
      s = v128.load32_splat(a, 12);
      c30 = madd(s, b0, c30); c31 = madd(s, b1, c31);
      a += inBytes;
      b += outBytes;
    }
  }
  accumulate8(to, c00, c01); to += outBytes;
  accumulate8(to, c10, c11); to += outBytes;
  accumulate8(to, c20, c21); to += outBytes;
  accumulate8(to, c30, c31);
}

function tile3(input: usize, dy: usize, to: usize, size: i32, inBytes: usize, outBytes: usize, inRow: usize, outRow: usize): void {
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
  for (let y = 0; y < size; y++) {
    let a = input + <usize>y * inRow;
    let b = dy + <usize>y * outRow;
    const end = b + <usize>size * outBytes;
    while (b < end) {
      const b0 = v128.load(b), b1 = v128.load(b, 16);
      let s = v128.load32_splat(a);
      c00 = madd(s, b0, c00); c01 = madd(s, b1, c01);
      s = v128.load32_splat(a, 4);
      c10 = madd(s, b0, c10); c11 = madd(s, b1, c11);
      s = v128.load32_splat(a, 8);
      c20 = madd(s, b0, c20); c21 = madd(s, b1, c21);
      a += inBytes;
      b += outBytes;
    }
  }
  accumulate8(to, c00, c01); to += outBytes;
  accumulate8(to, c10, c11); to += outBytes;
  accumulate8(to, c20, c21);
}
