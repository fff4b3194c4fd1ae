const DIGITS = /^([+-])?(\d+)(?:\.(\d+))?$/;

/** Divides half-up (away from zero at a tie); the denominator must be positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('denominator must be positive');
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** Writes `units` of 10^-places as a plain decimal with exactly that many places. */
export function fixed(units: bigint, places: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** 100 x numerator / denominator with exactly two decimals, half-up, computed without floating point. */
export function ratioPercent(numerator: bigint, denominator: bigint): string {
  return fixed(divideHalfUp(numerator * 10_000n, denominator), 2);
}

/** A percentage that is already a number (statistics), with exactly two decimals, half-up. */
export function percent(value: number): string {
  return fixed(unitsOf(value, 2), 2);
}

/** Any other quantity: at most `places` decimals, half-up, trailing zeros trimmed. */
export function decimal(value: number | string, places = 4): string {
  const text = fixed(typeof value === 'number' ? unitsOf(value, places) : parseUnits(value, places), places);
  return text.includes('.') ? text.replace(/\.?0+$/, '').replace(/^-0$/, '0') : text;
}

/** An exact ratio as a decimal with at most `places` decimals, half-up. */
export function ratioDecimal(numerator: bigint, denominator: bigint, places = 4): string {
  return decimal(fixed(divideHalfUp(numerator * 10n ** BigInt(places), denominator), places), places);
}

/** Whether the text is a plain decimal such as "12", "-0.5"; no exponent, no blank, no sign alone. */
export const isDecimal = (text: string): boolean => DIGITS.test(text);

/** Reads a plain decimal into units of 10^-places, half-up; throws on anything else. */
export function parseUnits(text: string, places: number): bigint {
  const match = DIGITS.exec(text);
  if (!match) throw new RangeError(`not a plain decimal: ${text}`);
  const fraction = match[3] ?? '';
  const all = BigInt((match[2] ?? '0') + fraction);
  const scaled =
    fraction.length <= places
      ? all * 10n ** BigInt(places - fraction.length)
      : divideHalfUp(all, 10n ** BigInt(fraction.length - places));
  return match[1] === '-' ? -scaled : scaled;
}

// A double such as 62.5 or 4.375 is exact, 1.005 is not: the shortest decimal that reads back as the same
// double is what its author meant, so rounding works on that text and not on the binary value.
function unitsOf(value: number, places: number): bigint {
  if (!Number.isFinite(value)) throw new RangeError('not a finite number');
  return parseUnits(plain(value), places);
}

function plain(value: number): string {
  const text = String(value);
  const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!exponent) return text;
  const digits = (exponent[2] ?? '') + (exponent[3] ?? '');
  const point = 1 + Number(exponent[4]);
  if (point <= 0) return `${exponent[1]}0.${'0'.repeat(-point)}${digits}`;
  return `${exponent[1]}${digits.padEnd(point, '0').slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}

/** A whole number as sentences show it: 12345 is "12,345". */
export const grouped = (value: number): string => value.toLocaleString('en-US');
