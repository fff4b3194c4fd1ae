import { parseUnits, ratioDecimal } from '#platform';

const PLACES = 12;

/** An exact fraction, so that thresholds and ceilings are decided on the true value and rounding waits for the output. */
export class Rational {
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const n = BigInt(numerator);
    const d = BigInt(denominator);
    if (d === 0n) throw new RangeError('a fraction has no zero below');
    const sign = d < 0n ? -1n : 1n;
    const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d) * sign;
    return new Rational(n / divisor, d / divisor);
  }

  /** Reads a plain decimal (up to 12 places count). */
  static parse(text: string): Rational {
    return Rational.of(parseUnits(text, PLACES), 10n ** BigInt(PLACES));
  }

  /** The sum of many: what has the same denominator is added up first, because reducing a fraction costs the most. */
  static sum(parts: Iterable<Rational>): Rational {
    const numerators = new Map<bigint, bigint>();
    for (const { numerator, denominator } of parts)
      numerators.set(denominator, (numerators.get(denominator) ?? 0n) + numerator);
    let sum = Rational.of(0);
    for (const [denominator, numerator] of numerators) sum = sum.plus(Rational.of(numerator, denominator));
    return sum;
  }

  plus(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(Rational.of(-other.numerator, other.denominator));
  }

  times(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  over(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Negative, zero or positive, like a sort function's answer. */
  compare(other: Rational): number {
    const difference = this.minus(other).numerator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  get isPositive(): boolean {
    return this.numerator > 0n;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  /** The least whole number that is not below. */
  ceiling(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator % this.denominator > 0n ? quotient + 1n : quotient;
  }

  /** The nearest double. */
  toNumber(): number {
    return Number(this.toDecimal(9));
  }

  /** At most four decimals (or as many as asked for), half-up. */
  toDecimal(places = 4): string {
    return ratioDecimal(this.numerator, this.denominator, places);
  }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
