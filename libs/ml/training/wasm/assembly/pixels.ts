/** uint8 [size][size][3] to the interior of float32 [size + 2 * border]^2 [3], value / 255. */
export function loadPixels(from: usize, to: usize, size: i32, border: i32): void {
  const row = size * 3;
  for (let y = 0; y < size; y++) {
    let out = to + <usize>((y + border) * (size + 2 * border) + border) * 12;
    for (let i = 0; i < row; i++) {
      store<f32>(out, <f32>load<u8>(from) / <f32>255);
      from++;
      out += 4;
    }
  }
}
