/**
 * One Adam step on `count` values (% 4 == 0): p -= rate * m / (sqrt(v) + epsilon), with the bias corrections already in
 * `rate`. The gradient is the sum of `shards` partial ones, `shardBytes` apart, always added in the same order.
 */
export function adam(
  p: usize, m: usize, v: usize, gradient: usize, shards: i32, shardBytes: usize, count: i32,
  beta1: f32, beta2: f32, rate: f32, epsilon: f32,
): void {
  const b1 = f32x4.splat(beta1), r1 = f32x4.splat(<f32>1 - beta1);
  const b2 = f32x4.splat(beta2), r2 = f32x4.splat(<f32>1 - beta2);
  const step = f32x4.splat(rate), eps = f32x4.splat(epsilon);
  const end = <usize>count * 4;
  for (let i: usize = 0; i < end; i += 16) {
    let from = gradient + i;
    let g = v128.load(from);
    for (let s = 1; s < shards; s++) {
      from += shardBytes;
      g = f32x4.add(g, v128.load(from));
    }
    const mean = f32x4.add(f32x4.mul(v128.load(m + i), b1), f32x4.mul(g, r1));
    const square = f32x4.add(f32x4.mul(v128.load(v + i), b2), f32x4.mul(f32x4.mul(g, g), r2));
    v128.store(m + i, mean);
    v128.store(v + i, square);
    const move = f32x4.div(f32x4.mul(step, mean), f32x4.add(f32x4.sqrt(square), eps));
    v128.store(p + i, f32x4.sub(v128.load(p + i), move));
  }
}
