import type { Tx } from '#platform';
import type { Person } from '../person/person.entity.js';
import type { Service } from '../service/service.entity.js';
import type { TaskType } from '../work/task-type.entity.js';
import { Directory } from './directory.js';

/** Asks for each key once: for a batch in one transaction, and not longer. */
export class RememberingDirectory extends Directory {
  private readonly known = new Map<string, Promise<unknown>>();

  override person(tx: Tx, key: string, path: string[]): Promise<Person> {
    return this.once(`person ${key}`, path, () => super.person(tx, key, path));
  }

  override service(tx: Tx, key: string, path: string[]): Promise<Service> {
    return this.once(`service ${key}`, path, () => super.service(tx, key, path));
  }

  override taskType(tx: Tx, key: string, path: string[]): Promise<TaskType> {
    return this.once(`type ${key}`, path, () => super.taskType(tx, key, path));
  }

  private once<T>(what: string, path: string[], ask: () => Promise<T>): Promise<T> {
    const name = `${what} ${path.join('.')}`;
    const before = this.known.get(name);
    if (before) return before as Promise<T>;
    const answer = ask();
    this.known.set(name, answer);
    return answer;
  }
}
