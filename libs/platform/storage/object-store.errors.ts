/** Nothing is stored under this address. */
export class ObjectMissingError extends Error {
  constructor(readonly sha256: string) {
    super(`The stored object ${sha256} is missing`);
    this.name = 'ObjectMissingError';
  }
}

/** What is stored under this address is not what was put there: bytes were changed or cut off. */
export class ObjectTornError extends Error {
  constructor(readonly sha256: string) {
    super(`The stored object ${sha256} is damaged: its content no longer matches its address`);
    this.name = 'ObjectTornError';
  }
}
