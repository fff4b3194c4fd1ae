import { ConflictException } from '@nestjs/common';
import { ModelTamperedError } from '#ml';
import { ObjectTornError } from '#platform';

/** Rethrows; a version that is not what was registered becomes a 409 that says so. */
export function refuseTampered(error: unknown): never {
  if (error instanceof ModelTamperedError || error instanceof ObjectTornError)
    throw new ConflictException(error.message);
  throw error;
}
