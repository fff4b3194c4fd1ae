import { madd, store8 } from './madd';

/**
 * Convolution of one picture, stride 1, SAME: padded [size + k - 1][size + k - 1][inC] with packed kernel
 * [outC / 8][k * k * inC][8] to out [size][size][outC]. size % 4 == 0, outC % 8 == 0.
 *
 * A tile is 4 neighbouring positions x 8 channels: eight accumulators, which is what the sixteen SIMD registers of x86-64
 * hold beside the operands; larger tiles spill.
 */
export function convolve(padded: usize, packed: usize, out: usize, size: i32, k: i32, inC: i32, outC: i32): void {
  const inBytes = <usize>inC * 4;
  const rowBytes = <usize>(size + k - 1) * inBytes;
  const outBytes = <usize>outC * 4;
  const runBytes = <usize>k * inBytes;
  const blockBytes = <usize>(k * k * inC) * 32;
  const in2 = inBytes * 2;
  const in3 = inBytes * 3;
  for (let block = 0; block < outC >> 3; block++) {
    const kernel = packed + <usize>block * blockBytes;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x += 4) {
        const corner = padded + <usize>y * rowBytes + <usize>x * inBytes;
        let weights = kernel;
        let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
        let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
        let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
        let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
        for (let ky = 0; ky < k; ky++) {
          let a = corner + <usize>ky * rowBytes;
          const end = a + runBytes;
          while (a < end) {
            const b0 = v128.load(weights), b1 = v128.load(weights, 16);
            let s = v128.load32_splat(a);
            c00 = madd(s, b0, c00); c01 = madd(s, b1, c01);
            s = v128.load32_splat(a + inBytes);
            c10 = madd(s, b0, c10); c11 = madd(s, b1, c11);
            s = v128.load32_splat(a + in2);
            c20 = madd(s, b0, c20); c21 = madd(s, b1, c21);
            s = v128.load32_splat(a + in3);
            c30 = madd(s, b0, c30); c31 = madd(s, b1, c31);
            a += 4;
            weights += 32;
          }
        }
        let o = out + <usize>(y * size + x) * outBytes + <usize>block * 32;
        store8(o, c00, c01); o += outBytes;
        store8(o, c10, c11); o += outBytes;
        store8(o, c20, c21); o += outBytes;
        store8(o, c30, c31);
      }
    }
  }
}
