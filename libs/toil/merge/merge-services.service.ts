import { Injectable } from '@nestjs/common';
import type { Caller, Tx } from '#platform';
import { Incident } from '../incident/incident.entity.js';
import { IncidentTimes } from '../incident/incident-times.js';
import { Service } from '../service/service.entity.js';
import { AllocationMover } from './allocation-mover.js';
import { EntryMover } from './entry-mover.js';
import { MergeRepository } from './merge.repository.js';
import type { Merge } from './merge.rules.js';
import { MergeDesk, type MergeKind, type MergeResult } from './merge-desk.js';
import { SnippetMover } from './snippet-mover.js';

const KIND: MergeKind<Service> = {
  entity: Service,
  words: 'service',
  table: 'service',
  action: 'service.merge',
};

/** Makes one service of two that were the same. */
@Injectable()
export class MergeServices {
  private readonly repository = new MergeRepository();

  constructor(
    private readonly desk: MergeDesk,
    private readonly entries: EntryMover,
    private readonly allocations: AllocationMover,
    private readonly times: IncidentTimes,
    private readonly snippets: SnippetMover,
  ) {}

  /**
   * Everything of `from` belongs to `into` from now on; a budget and sizes of the survivor win over those given up.
   * `also` moves what other domains keep of a service, in the same transaction, and answers how many pipelines moved.
   */
  async merge(
    tx: Tx,
    caller: Caller,
    input: Merge,
    also: (tx: Tx, from: string, into: string) => Promise<number> = async () => 0,
  ): Promise<MergeResult> {
    const pair = await this.desk.pair(tx, KIND, input);
    const [from, into] = [pair.from.id, pair.into.id];
    const { repository } = this;
    const move = (table: string): Promise<number> => repository.move(tx, table, 'service_id', from, into);
    await repository.moveOnly(tx, 'reinvestment_destination', 'service_id', from, into);
    // Before the incidents: their hands-on time is inferred from it.
    await move('activity');
    await move('snippet_line');
    return this.desk.settle(tx, caller, KIND, pair, {
      ENTRIES: await this.entries.move(tx, caller, 'serviceId', from, into),
      INCIDENTS: await this.moveIncidents(tx, from, into),
      ALLOCATIONS: await this.allocations.moveService(tx, from, into),
      ALIASES: await move('service_alias'),
      DRAFTS: await move('work_draft'),
      TIMERS: await move('running_timer'),
      AUTOMATIONS: await move('automation'),
      ALERTS: await move('alert'),
      SNIPPETS: await this.snippets.move(tx, 'serviceId', from, into),
      BUDGETS: await repository.moveOnly(tx, 'toil_budget', 'service_id', from, into),
      SIZES: await repository.moveOnly(tx, 'service_size', 'service_id', from, into),
      PIPELINES: await also(tx, from, into),
    });
  }

  private async moveIncidents(tx: Tx, from: string, into: string): Promise<number> {
    const incidents = await tx.findBy(Incident, { serviceId: from });
    await tx.update(Incident, { serviceId: from }, { serviceId: into });
    for (const { id, life, mergedInto } of incidents) {
      if (mergedInto === null) await this.times.rewrite(tx, { id, serviceId: into }, life);
    }
    return incidents.length;
  }
}
