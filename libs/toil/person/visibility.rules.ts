import type { Caller } from '#platform';
import type { Person } from './person.entity.js';

/** Whether the caller may see what belongs to one person alone: the person, their lead, an admin. */
export const maySee = (caller: Caller, person: Pick<Person, 'id' | 'leadId'>): boolean =>
  caller.role === 'ADMIN' ||
  (caller.personId !== null && (person.id === caller.personId || person.leadId === caller.personId));
