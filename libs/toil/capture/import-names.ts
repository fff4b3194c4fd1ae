import { Injectable } from '@nestjs/common';
import { Refusal, type Tx } from '#platform';
import { Aliases } from '../alias/aliases.js';
import { Directory } from '../directory/directory.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { Person } from '../person/person.entity.js';
import { WORK_CLASSES, type WorkClass } from '../report/interval.js';
import { Service } from '../service/service.entity.js';
import { isZone } from '../time/zone.rules.js';
import { TaskType } from '../work/task-type.entity.js';
import type { NewWork } from '../work/work-log.js';
import { keyOfName } from './import-format.rules.js';
import type { ImportRow } from './import-row.rules.js';
import { keysByName } from './named.rules.js';

/** Turns rows into work, one after the other; a text says why a row cannot be. */
export interface NameReader {
  work(row: ImportRow): Promise<NewWork | string>;
}

/** Finds whom and what the names of a file mean: a mapped name first, else the key that the name would make, else a name of ours. */
@Injectable()
export class ImportNames {
  constructor(
    private readonly aliases: Aliases,
    private readonly directory: Directory,
  ) {}

  /** For wall-clock times of the zone (null: the organisation's) and rows that name nobody, which are the person's. */
  async reader(tx: Tx, zone: string | null, person: string | null): Promise<NameReader> {
    const { reportingZone } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const clock = zoneOf(zone) ?? reportingZone;
    const ownerless = person && (await this.directory.openPerson(tx, person, ['input', 'person'])).key;
    const types = new Set((await tx.find(TaskType, { select: { key: true } })).map(({ key }) => key));
    const peopleByName = keysByName(await tx.find(Person));
    const servicesByName = keysByName(await tx.find(Service));
    const people = remembered(async (name) => (await this.personOf(tx, name)) ?? peopleByName(name));
    const services = remembered(async (name) => (await this.serviceOf(tx, name)) ?? servicesByName(name));
    return {
      work: async (row) => {
        const who = (await firstOf(row.people, people)) ?? (row.people.length === 0 ? ownerless : null);
        if (!who)
          return row.people.length > 0 ? `nobody is called "${row.people.at(-1)}"` : 'it names nobody';
        const service = row.service ? await services(row.service) : null;
        if (row.service && !service) return `no service is called "${row.service}"`;
        const workClass = classOf(row.workClass);
        if (row.workClass && !workClass) return `"${row.workClass}" is no class`;
        const type = row.taskType ? keyOfName(row.taskType) : '';
        const taskType = types.has(type) ? type : null;
        const note = [taskType ? null : row.taskType, row.note].filter(Boolean).join(': ') || null;
        return { person: who, service, taskType, workClass, note, ...timingOf(row, clock), source: 'IMPORT' };
      },
    };
  }

  private async personOf(tx: Tx, name: string): Promise<string | null> {
    return (
      (await this.aliases.personKey(tx, 'IMPORT', name)) ??
      (await this.aliases.personKey(tx, 'IMPORT', keyOfName(name))) ??
      this.aliases.personKey(tx, 'IMPORT', keyOfName(name.split('@')[0] ?? ''))
    );
  }

  private async serviceOf(tx: Tx, name: string): Promise<string | null> {
    return (
      (await this.aliases.serviceKey(tx, 'IMPORT', name)) ??
      this.aliases.serviceKey(tx, 'IMPORT', keyOfName(name))
    );
  }
}

function zoneOf(zone: string | null): string | null {
  if (zone === null || isZone(zone)) return zone;
  const message = `"${zone.slice(0, 64)}" is no time zone. Use an IANA name such as Asia/Seoul.`;
  throw new Refusal('INVALID_INPUT', message, ['input', 'zone']);
}

const classOf = (text: string | null): WorkClass | null =>
  WORK_CLASSES.find((workClass) => workClass === text) ?? null;

async function firstOf(
  names: readonly string[],
  find: (name: string) => Promise<string | null>,
): Promise<string | null> {
  for (const name of names) {
    const found = await find(name);
    if (found) return found;
  }
  return null;
}

function timingOf({ timing }: ImportRow, zone: string): Partial<NewWork> {
  if ('startLocal' in timing) {
    return { startLocal: { local: timing.startLocal, zone }, endLocal: { local: timing.endLocal, zone } };
  }
  return timing;
}

function remembered<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const found = known.get(name) ?? load(name);
    known.set(name, found);
    return found;
  };
}
