/** A version that must not be loaded, deployed or handed out. */
export class ModelTamperedError extends Error {
  constructor(number: number, what: string) {
    super(`Version ${number} is refused: ${what}.`);
    this.name = 'ModelTamperedError';
  }
}
