import { Injectable } from '@nestjs/common';
import { type AuditRecord, AuditTrail, type Page, type PageRequest, Refusal, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Organizations } from '../organization/organizations.js';
import { WorkRepository } from './work.repository.js';
import type { WorkEntry } from './work-entry.entity.js';
import { unknownEntry } from './work-log.js';

/** Which entries are wanted: those that touch [from, to), of a person, for a service (keys). */
export interface WorkSearch {
  from?: Date | null;
  to?: Date | null;
  person?: string | null;
  service?: string | null;
}

/** Reads the log of work. */
@Injectable()
export class WorkHistory {
  private readonly entries = new WorkRepository();

  constructor(
    private readonly audit: AuditTrail,
    private readonly directory: Directory,
    private readonly organizations: Organizations,
  ) {}

  /** In order of time, deleted ones left out. */
  async page(tx: Tx, { from, to, person, service }: WorkSearch, page: PageRequest): Promise<Page<WorkEntry>> {
    if (from && to && from >= to)
      throw new Refusal('END_BEFORE_START', 'A range ends after it begins.', ['to']);
    const filter = {
      from,
      to,
      personId: person ? (await this.directory.person(tx, person, ['person'])).id : null,
      serviceId: service ? (await this.directory.service(tx, service, ['service'])).id : null,
    };
    const { reportingZone } = await this.organizations.current(tx);
    return this.entries.page(tx, filter, reportingZone, page);
  }

  /** Everything that happened to an entry, oldest first. */
  async of(tx: Tx, id: string): Promise<AuditRecord[]> {
    if (!(await this.entries.byId(tx, id))) throw unknownEntry();
    return this.audit.history(tx, id);
  }

  /** Those with the ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<WorkEntry[]> {
    return this.entries.byIds(tx, ids);
  }
}
