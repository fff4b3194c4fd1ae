import { EXIT, Failure } from './failure.js';

/** A whole number from the option of a name; undefined where it was left out, wrong use where it is none. */
export const wholeNumber = (option: string, value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Failure(`${option} takes a whole number, not "${value}".`, EXIT.usage);
  return Number(value);
};
