const WARM_UP = 3;

/** Median time in milliseconds of `times` calls, after three that do not count. */
export async function measure(call, times) {
  const spent = [];
  for (let i = 0; i < times + WARM_UP; i++) {
    const began = performance.now();
    await call();
    if (i >= WARM_UP) spent.push(performance.now() - began);
  }
  return spent.sort((a, b) => a - b)[Math.floor(times / 2)];
}

/** Turns [milliseconds, pictures] into pictures per second. */
export function picturesPerSecond(timings) {
  return Object.fromEntries(
    Object.entries(timings).map(([name, [ms, pictures]]) => [name, (pictures * 1000) / ms]),
  );
}
