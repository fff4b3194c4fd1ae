/** An exact fraction; the denominator is positive. */
export interface Rational {
  numerator: bigint;
  denominator: bigint;
}

/** Makes a fraction without reducing it; throws on a denominator that is not positive. */
export function rational(numerator: bigint, denominator: bigint): Rational {
  if (denominator <= 0n) throw new RangeError('denominator must be positive');
  return { numerator, denominator };
}

/** The fraction that a double from 0 to 1 stands for (0 below 1e-285). */
export const nearestTo = (value: number): Rational =>
  rational(BigInt(Math.floor(value * 2 ** 999)), 1n << 999n);

/** Reads a plain decimal such as "0.05" without rounding; throws on anything else. */
export function exactDecimal(text: string): Rational {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a plain decimal: ${text}`);
  const fraction = match[3] ?? '';
  const digits = BigInt((match[2] ?? '0') + fraction);
  return rational(match[1] === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

/** The fraction divided by a whole number above zero. */
export const dividedBy = (value: Rational, by: bigint): Rational =>
  rational(value.numerator, value.denominator * by);

/** Whether a <= b, without rounding. */
export const atMost = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator <= b.numerator * a.denominator;

/** The nearest double, also for fractions whose parts overflow one (2^2000 and the like). */
export function toNumber({ numerator, denominator }: Rational): number {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const excess = Math.max(0, denominator.toString(2).length - 1000);
  // 64 extra bits keep full double precision after the cut.
  const scaled = (magnitude << 64n) / denominator;
  const value = excess === 0 ? Number(magnitude) / Number(denominator) : Number(scaled) / 2 ** 64;
  return negative ? -value : value;
}
