import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Aliases } from '../alias/aliases.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { WORK_CLASSES, type WorkClass } from '../report/interval.js';
import { isZone } from '../time/zone.rules.js';
import { TaskType } from '../work/task-type.entity.js';
import type { NewWork } from '../work/work-log.js';
import { keyOfName } from './import-format.rules.js';
import type { ImportRow } from './import-row.rules.js';

/** Turns rows into work, one after the other; a text says why a row cannot be. */
export interface NameReader {
  work(row: ImportRow): Promise<NewWork | string>;
}

/** Finds whom and what the names of a file mean: a mapped name first, else the key that the name would make. */
@Injectable()
export class ImportNames {
  constructor(private readonly aliases: Aliases) {}

  async reader(tx: Tx, zone: string | null, person: string | null): Promise<NameReader> {
    const { reportingZone } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const clock = zone && isZone(zone) ? zone : reportingZone;
    const types = new Set((await tx.find(TaskType, { select: { key: true } })).map(({ key }) => key));
    const people = remembered((name) => this.personOf(tx, name));
    const services = remembered((name) => this.serviceOf(tx, name));
    return {
      work: async (row) => {
        const who =
          (row.email && (await people(row.email))) || (row.person && (await people(row.person))) || person;
        if (!who) return `nobody is called "${row.person ?? row.email ?? ''}"`;
        const service = row.service ? await services(row.service) : null;
        if (row.service && !service) return `no service is called "${row.service}"`;
        const type = row.taskType ? keyOfName(row.taskType) : '';
        const taskType = types.has(type) ? type : null;
        const note = [taskType ? null : row.taskType, row.note].filter(Boolean).join(': ') || null;
        const workClass = WORK_CLASSES.includes(row.workClass as WorkClass)
          ? (row.workClass as WorkClass)
          : null;
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
