import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, Raw } from 'typeorm';
import { Clock, Ids, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { instantFault, textFault } from '../organization/input.rules.js';
import { Organizations } from '../organization/organizations.js';
import type { WorkClass } from '../report/interval.js';
import { addDays, dayStart } from '../time/zone.rules.js';
import type { WorkSource } from '../work/work-entry.columns.js';
import { WorkDraft } from './draft.entity.js';

/** Work that some system saw: it ended at `at` and took so many seconds. Keys name person, service and task type. */
export interface Proposal {
  person: string;
  service?: string | null;
  taskType?: string | null;
  workClass?: WorkClass | null;
  seconds: number;
  at: Date;
  note?: string | null;
  source: WorkSource;
  externalId?: string | null;
}

/** Keeps work that nobody had to type, until the person says that it is right. */
@Injectable()
export class Drafts {
  constructor(
    private readonly directory: Directory,
    private readonly organizations: Organizations,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds a draft; the same (source, externalId) again changes nothing. */
  async propose(tx: Tx, proposal: Proposal): Promise<{ duplicate: boolean; id: string }> {
    const { service, taskType, seconds, at, note, source } = proposal;
    refuseIfAny([
      ...textFault(note, ['input', 'note']),
      ...instantFault(at, this.clock.now(), ['input', 'at']),
    ]);
    const draft: WorkDraft = {
      id: this.ids.next('drf'),
      personId: (await this.directory.openPerson(tx, proposal.person, ['input', 'person'])).id,
      serviceId: service ? (await this.directory.openService(tx, service, ['input', 'service'])).id : null,
      taskTypeId: taskType
        ? (await this.directory.openTaskType(tx, taskType, ['input', 'taskType'])).id
        : null,
      workClass: proposal.workClass ?? null,
      startAt: new Date(at.getTime() - seconds * 1000),
      endAt: at,
      note: note ?? null,
      source,
      externalId: proposal.externalId ?? null,
      inferredFrom: null,
      status: 'OPEN',
      entryId: null,
      createdAt: this.clock.now(),
    };
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(WorkDraft)
      .values(draft)
      .orIgnore()
      .returning('id')
      .execute();
    return { duplicate: (inserted.raw as unknown[]).length === 0, id: draft.id };
  }

  /** A person's open drafts, oldest first; with a week, those that end in the seven days from its first. */
  async open(tx: Tx, personId: string, weekStarting: string | null = null): Promise<WorkDraft[]> {
    const where: FindOptionsWhere<WorkDraft> = { personId, status: 'OPEN' };
    if (weekStarting) {
      const { reportingZone } = await this.organizations.current(tx);
      const [from, to] = [weekStarting, addDays(weekStarting, 7)].map((date) =>
        dayStart(date, reportingZone),
      );
      // An end at midnight belongs to the day before.
      where.endAt = Raw((end) => `${end} > :from and ${end} <= :to`, {
        from: new Date(from!),
        to: new Date(to!),
      });
    }
    return tx.find(WorkDraft, { where, order: { endAt: 'ASC', id: 'ASC' } });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<WorkDraft[]> {
    return tx.findBy(WorkDraft, { id: In([...ids]) });
  }
}
