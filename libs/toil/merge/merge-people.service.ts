import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, type Tx } from '#platform';
import { RunningTimer } from '../capture/timer.entity.js';
import { Incident } from '../incident/incident.entity.js';
import { LifeKeeper } from '../incident/life-keeper.js';
import { Person } from '../person/person.entity.js';
import { AllocationMover } from './allocation-mover.js';
import { EntryMover } from './entry-mover.js';
import { MergeRepository } from './merge.repository.js';
import type { Merge } from './merge.rules.js';
import { MergeDesk, type MergeKind, type MergeResult } from './merge-desk.js';
import { SnippetMover } from './snippet-mover.js';

const KIND: MergeKind<Person> = { entity: Person, words: 'person', table: 'person', action: 'person.merge' };

/** Makes one person of two rows that were the same human. */
@Injectable()
export class MergePeople {
  private readonly repository = new MergeRepository();

  constructor(
    private readonly desk: MergeDesk,
    private readonly entries: EntryMover,
    private readonly allocations: AllocationMover,
    private readonly lives: LifeKeeper,
    private readonly snippets: SnippetMover,
  ) {}

  /** Everything of `from` belongs to `into` from now on, in the survivor's zone; accounts and team members go along. */
  async merge(tx: Tx, caller: Caller, input: Merge): Promise<MergeResult> {
    const pair = await this.desk.pair(tx, KIND, input);
    const [from, into] = [pair.from.id, pair.into.id];
    const { repository } = this;
    const move = (table: string): Promise<number> => repository.move(tx, table, 'person_id', from, into);
    await this.refuseTwoTimers(tx, pair.from, pair.into);
    await move('invitation');
    // Before the incidents: their hands-on time is inferred from it.
    await move('activity');
    await repository.moveLines(tx, from, into);
    return this.desk.settle(tx, caller, KIND, pair, {
      ALLOCATIONS: await this.allocations.movePerson(tx, from, pair.into),
      ENTRIES: await this.entries.move(tx, caller, 'personId', from, into),
      INCIDENTS: await this.moveIncidents(tx, from, into),
      ALIASES: await move('person_alias'),
      DRAFTS: await move('work_draft'),
      TIMERS: await move('running_timer'),
      ACCOUNTS: await move('account'),
      SNIPPETS: await this.snippets.move(tx, 'personId', from, into),
      SURVEY_ANSWERS: await repository.moveAnswers(tx, from, into, pair.at),
      TIME_OFF: await repository.moveTimeOff(tx, from, into),
      TEAM_MEMBERS: await this.moveTeam(tx, pair),
    });
  }

  private async refuseTwoTimers(tx: Tx, from: Person, into: Person): Promise<void> {
    const running = await tx.countBy(RunningTimer, [{ personId: from.id }, { personId: into.id }]);
    if (running < 2) return;
    const message = `A timer runs for both "${from.key}" and "${into.key}". Stop one of them first.`;
    throw new Refusal('INVALID_TRANSITION', message, ['input', 'from']);
  }

  private async moveIncidents(tx: Tx, from: string, into: string): Promise<number> {
    const told: { id: string }[] = await tx.query(
      'select distinct incident_id as id from incident_event where person_id = $1 and incident_id is not null',
      [from],
    );
    await this.repository.move(tx, 'incident_event', 'person_id', from, into);
    for (const { id } of told) await this.lives.retell(tx, await tx.findOneByOrFail(Incident, { id }));
    return told.length;
  }

  // Whoever reports to the one given up reports to the survivor, who reports to nobody of the pair.
  private async moveTeam(tx: Tx, { from, into }: { from: Person; into: Person }): Promise<number> {
    const ownLead = into.leadId === from.id ? from.leadId : into.leadId;
    const count = await this.repository.move(tx, 'person', 'lead_id', from.id, into.id);
    await tx.update(Person, { id: into.id }, { leadId: ownLead === into.id ? null : ownLead });
    return count;
  }
}
