/** A weights file that must not be loaded; the message says what is wrong with it. */
export class WeightsDamagedError extends Error {
  constructor(what: string) {
    super(`The weights file is refused: ${what}.`);
    this.name = 'WeightsDamagedError';
  }
}
