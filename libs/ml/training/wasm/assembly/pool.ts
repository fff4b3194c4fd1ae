/**
 * relu(maxpool2x2(x) + bias), which equals maxpool2x2(relu(x + bias)) and touches four times fewer values.
 * x [size][size][c] to rows of size / 2 positions, `outRow` bytes apart. winner: one byte for each output, 0..3 = which
 * of the four won, 9 = relu cut it off. The first of equals wins. c % 4 == 0.
 */
export function poolBiasRelu(x: usize, bias: usize, out: usize, outRow: usize, winner: usize, size: i32, c: i32): void {
  const bytes = <usize>c * 4;
  const row = <usize>size * bytes;
  for (let y = 0; y < size >> 1; y++) {
    let to = out + <usize>y * outRow;
    for (let q = 0; q < size >> 1; q++) {
      for (let at: usize = 0; at < bytes; at += 16) {
        const p = x + at;
        settlePool(v128.load(p), v128.load(p + bytes), v128.load(p + row), v128.load(p + row + bytes), v128.load(bias + at), to, winner);
        to += 16;
        winner += 4;
      }
      x += 2 * bytes;
    }
    x += row;
  }
}

/**
 * The way back: g [size / 2][size / 2][c] to the interior of dy [size + 2 * border]^2 [c] (its border stays as it is),
 * and the sum of what passed the relu added to biasGradient [c].
 */
export function poolBiasReluGradient(g: usize, winner: usize, dy: usize, biasGradient: usize, size: i32, border: i32, c: i32): void {
  const bytes = <usize>c * 4;
  const row = <usize>(size + 2 * border) * bytes;
  for (let y = 0; y < size >> 1; y++) {
    let to = dy + <usize>(2 * y + border) * row + <usize>border * bytes;
    for (let q = 0; q < size >> 1; q++) {
      for (let at: usize = 0; at < bytes; at += 16) {
        const which = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(winner)));
        const value = v128.load(g);
        const p = to + at;
        v128.store(p, v128.and(value, i32x4.eq(which, i32x4.splat(0))));
        v128.store(p + bytes, v128.and(value, i32x4.eq(which, i32x4.splat(1))));
        v128.store(p + row, v128.and(value, i32x4.eq(which, i32x4.splat(2))));
        v128.store(p + row + bytes, v128.and(value, i32x4.eq(which, i32x4.splat(3))));
        const passed = v128.and(value, i32x4.lt_u(which, i32x4.splat(4)));
        v128.store(biasGradient + at, f32x4.add(v128.load(biasGradient + at), passed));
        winner += 4;
        g += 16;
      }
      to += 2 * bytes;
    }
  }
}

/** Pool, bias and relu of four neighbours (row by row) of four channels: the value to `to`, the winners' bytes to `winner`. */
@inline
export function settlePool(a: v128, b: v128, c: v128, d: v128, bias: v128, to: usize, winner: usize): void {
  let larger = f32x4.gt(b, a);
  let most = v128.bitselect(b, a, larger);
  let which = v128.and(i32x4.splat(1), larger);
  larger = f32x4.gt(c, most);
  most = v128.bitselect(c, most, larger);
  which = v128.bitselect(i32x4.splat(2), which, larger);
  larger = f32x4.gt(d, most);
  most = v128.bitselect(d, most, larger);
  which = v128.bitselect(i32x4.splat(3), which, larger);
  most = f32x4.add(most, bias);
  // Written as "not at most zero", so that a NaN passes and shows up in the loss instead of vanishing.
  const dead = f32x4.le(most, f32x4.splat(0));
  v128.store(to, v128.andnot(most, dead));
  which = v128.bitselect(i32x4.splat(9), which, dead);
  const bytes = i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_u(which, which), i16x8.splat(0));
  v128.store_lane<i32>(winner, bytes, 0);
}
