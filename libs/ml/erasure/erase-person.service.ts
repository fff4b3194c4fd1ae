import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Ids, ObjectStore, Refusal, Transactions } from '#platform';
import { DatasetUnderErasure } from './dataset-under-erasure.js';
import type { Erasure } from './erasure.entity.js';
import { ErasureRepository } from './erasure.repository.js';
import { PersonDataRepository } from './person-data.repository.js';
import { SaidOfPerson } from './said-of-person.repository.js';
import { type ErasedPerson, isErasedName, placeholderOf } from './scrub.rules.js';

/** What an erasure is written with. */
@Injectable()
export class ErasureBooks {
  constructor(
    readonly transactions: Transactions,
    readonly store: ObjectStore,
    readonly audit: AuditTrail,
    readonly ids: Ids,
    readonly clock: Clock,
  ) {}
}

/** Erases a person, who is one class of datasets: pictures of faces are biometric data. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly books: ErasureBooks,
    private readonly data: PersonDataRepository,
    private readonly said: SaidOfPerson,
    private readonly erasures: ErasureRepository,
    private readonly datasets: DatasetUnderErasure,
  ) {}

  /**
   * Everywhere: pictures, thumbnails, packed pictures, labelled predictions, and every place that says the name. What
   * is left is a placeholder, and the list of the versions that learned from the pictures. Refused while a run or a
   * check reads them.
   */
  erase(caller: Caller, given: string): Promise<Erasure> {
    const name = given.trim();
    if (name === '' || isErasedName(name))
      throw new Refusal('INVALID_INPUT', 'Give the name of the class whose pictures shall be erased.', [
        'name',
      ]);
    return this.books.transactions.run(async (tx) => {
      const found = await this.data.find(tx, name);
      if (found.datasets.length === 0)
        throw new Refusal('NOT_FOUND', 'No dataset has a class or a picture of that name.', ['name']);
      const ids = found.datasets.map(({ id }) => id);
      await this.datasets.lock(tx, ids);
      const [busy] = await this.data.busy(tx, ids);
      if (busy)
        throw new Refusal('RUN_IN_PROGRESS', `The pictures are read by ${busy}: wait for it, or cancel it.`, [
          'name',
        ]);
      const id = this.books.ids.next('ers');
      const deleted = await this.data.delete(tx, name, found);
      const person: ErasedPerson = {
        name,
        placeholder: placeholderOf(id),
        paths: new Set(deleted.paths),
        pixels: new Set(found.pixels),
      };
      const manifests = await this.said.forgetManifests(tx, person, ids);
      await this.said.scrub(tx, person, ids);
      const models = (await this.erasures.knowing(tx, name)).map((model) => model.id);
      const erasure: Erasure = {
        id,
        placeholder: person.placeholder,
        pictures: deleted.pictures,
        feedback: deleted.feedback,
        datasets: found.datasets.map(({ key }) => key),
        outside: found.datasets.filter((one) => deleted.outside.includes(one.id)).map(({ key }) => key),
        erasedBy: caller.name,
        erasedAt: this.books.clock.now(),
      };
      await this.erasures.insert(tx, erasure, models);
      const { pictures, feedback, datasets } = erasure;
      const after = { placeholder: person.placeholder, pictures, feedback, datasets, models };
      await this.books.audit.record(tx, caller, 'person.erased', id, null, after);
      await this.datasets.judgeAnew(tx, ids);
      // Last, and before the commit: should it fail, the rows still say what is left to delete.
      for (const object of [...deleted.objects, ...manifests]) await this.books.store.delete(object);
      return erasure;
    });
  }
}
