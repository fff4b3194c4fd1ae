import { Rational } from './rational.rules.js';

/** The exact median of whole numbers (mean of the middle two); null without any. */
export function medianOf(values: readonly number[]): Rational | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Rational.of(low + high, 2);
}

/** The exact mean of whole numbers; null without any. */
export function meanOf(values: readonly number[]): Rational | null {
  if (values.length === 0) return null;
  return Rational.of(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}
