import { Transactions } from '#platform';
import {
  People,
  type Person,
  type Service,
  Services,
  type TaskType,
  TaskTypes,
  type WorkEntry,
  WorkHistory,
} from '#toil';
import { byKey, type Loader, Loads, type LoadsMany } from '../graphql/loaders.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    service: Loader<Service>;
    person: Loader<Person>;
    taskType: Loader<TaskType>;
    workEntry: Loader<WorkEntry>;
  }
}

/** Services by id. */
@Loads('service')
export class ServiceLoader implements LoadsMany<Service> {
  constructor(
    private readonly services: Services,
    private readonly transactions: Transactions,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, Service>> {
    return byKey(await this.services.byIds(this.transactions.read, ids));
  }
}

/** People by id. */
@Loads('person')
export class PersonLoader implements LoadsMany<Person> {
  constructor(
    private readonly people: People,
    private readonly transactions: Transactions,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, Person>> {
    return byKey(await this.people.byIds(this.transactions.read, ids));
  }
}

/** Task types by id. */
@Loads('taskType')
export class TaskTypeLoader implements LoadsMany<TaskType> {
  constructor(
    private readonly types: TaskTypes,
    private readonly transactions: Transactions,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, TaskType>> {
    return byKey(await this.types.byIds(this.transactions.read, ids));
  }
}

/** Work entries by id, tombstones included. */
@Loads('workEntry')
export class WorkEntryLoader implements LoadsMany<WorkEntry> {
  constructor(
    private readonly history: WorkHistory,
    private readonly transactions: Transactions,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, WorkEntry>> {
    return byKey(await this.history.byIds(this.transactions.read, ids));
  }
}
