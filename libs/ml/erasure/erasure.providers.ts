import type { Provider } from '@nestjs/common';
import { DatasetUnderErasure } from './dataset-under-erasure.js';
import { ErasePerson, ErasureBooks } from './erase-person.service.js';
import { ErasedModel, Erasure } from './erasure.entity.js';
import { ErasureRepository } from './erasure.repository.js';
import { PersonDataRepository } from './person-data.repository.js';
import { RetireErasedModels } from './retire-erased-models.service.js';
import { SaidOfPerson } from './said-of-person.repository.js';

/** The tables of what was erased. */
export const erasureEntities: (new () => object)[] = [Erasure, ErasedModel];

/** The use cases of erasing a person. */
export const erasureServices: Provider[] = [
  ErasureBooks,
  ErasureRepository,
  PersonDataRepository,
  SaidOfPerson,
  DatasetUnderErasure,
  ErasePerson,
  RetireErasedModels,
];
