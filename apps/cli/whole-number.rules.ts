import { EXIT, Failure } from './failure.js';

/** A whole number from an option; undefined where it was left out, wrong use where it is none. */
export const wholeNumber = (value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Failure(`"${value}" is no whole number.`, EXIT.usage);
  return Number(value);
};
