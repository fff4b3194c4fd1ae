import { isDecimal, Refusal } from '#platform';
import { Rational } from './rational.rules.js';

/** A candidate as it is told; what is left out of occurrences and minutes is measured. Decimals as text. */
export interface CandidateInput {
  key: string;
  taskType?: string | null;
  occurrences?: number | null;
  overWeeks?: number | null;
  handsOnMinutes?: string | null;
  contextSwitchMinutes?: string | null;
  coverableShare: string;
  attendedMinutes?: string | null;
  failureShare?: string | null;
  buildHours: string;
  maintenanceHoursPerWeek?: string | null;
}

const AMOUNTS = [
  'handsOnMinutes',
  'contextSwitchMinutes',
  'attendedMinutes',
  'buildHours',
  'maintenanceHoursPerWeek',
] as const;
const SHARES = ['coverableShare', 'failureShare'] as const;
const MOST_WEEKS = 5200;
const MOST_OCCURRENCES = 1_000_000_000;
const ONE = Rational.of(1);

/** What speaks against a candidate, all of it at once. */
export function candidateFaults(input: CandidateInput, path: string[]): Refusal[] {
  const fault = (name: string, message: string) => new Refusal('INVALID_INPUT', message, [...path, name]);
  const faults: Refusal[] = [];
  if (input.key.trim().length === 0 || input.key.length > 255)
    faults.push(fault('key', 'key has 1 to 255 characters.'));
  for (const name of AMOUNTS) {
    if (isNegative(input[name])) faults.push(fault(name, `${name} must not be negative.`));
  }
  for (const name of SHARES) {
    const value = input[name];
    if (isNegative(value) || (value && Rational.parse(value).compare(ONE) > 0)) {
      faults.push(fault(name, `${name} is a share from 0 to 1.`));
    }
  }
  const { occurrences, overWeeks } = input;
  if (typeof overWeeks === 'number' && (overWeeks < 1 || overWeeks > MOST_WEEKS)) {
    faults.push(fault('overWeeks', `overWeeks goes from 1 to ${MOST_WEEKS}.`));
  }
  if (typeof occurrences === 'number' && (occurrences < 0 || occurrences > MOST_OCCURRENCES)) {
    faults.push(fault('occurrences', `occurrences goes from 0 to ${MOST_OCCURRENCES}.`));
  }
  return faults;
}

const isNegative = (value: string | null | undefined): boolean =>
  value !== null && value !== undefined && (!isDecimal(value) || Rational.parse(value).numerator < 0n);
