import { Injectable } from '@nestjs/common';
import { Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { noSuchIncident } from '../incident/incident.errors.js';
import { IncidentRepository } from '../incident/incident.repository.js';
import { LifeKeeper } from '../incident/life-keeper.js';
import { instantFault, textFault } from '../organization/input.rules.js';
import type { WorkSource } from '../work/work-entry.columns.js';
import { Activities } from './activities.js';

/** One sign of activity as it is told: person and service are keys, incident an id. */
export interface NewActivity {
  person: string;
  service?: string | null;
  incident?: string | null;
  source: WorkSource;
  externalId?: string | null;
  note?: string | null;
  at: Date;
}

/** Takes in signs that people were at work: what they add up to is for them to confirm. */
@Injectable()
export class RecordActivity {
  constructor(
    private readonly activities: Activities,
    private readonly incidents: IncidentRepository,
    private readonly keeper: LifeKeeper,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** On an incident it tells of hands-on time and of life; else it becomes, or lengthens, a draft of the person. */
  async record(tx: Tx, input: NewActivity): Promise<{ duplicate: boolean }> {
    refuseIfAny([
      ...textFault(input.note, ['input', 'note']),
      ...instantFault(input.at, this.clock.now(), ['input', 'at']),
    ]);
    if (input.incident && input.service)
      throw new Refusal('INVALID_INPUT', 'An incident has its service: name one of them.', [
        'input',
        'service',
      ]);
    const person = await this.directory.openPerson(tx, input.person, ['input', 'person']);
    const service = input.service
      ? await this.directory.openService(tx, input.service, ['input', 'service'])
      : null;
    const incident = input.incident ? await this.incidents.lockedRoot(tx, input.incident) : null;
    if (input.incident && !incident) throw noSuchIncident(input.incident);
    const { source, externalId, note, at } = input;
    const told = await this.activities.add(tx, {
      ...{ source, note, at, personId: person.id, serviceId: service?.id ?? null },
      externalId: externalId || null,
      incidentId: input.incident ?? null,
    });
    if (!told.duplicate && incident) await this.keeper.retell(tx, incident);
    return told;
  }
}
