import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Caller, Clock, Ids, Refusal, type Tx } from '#platform';
import { keysByName } from '../capture/named.rules.js';
import { Directory } from '../directory/directory.js';
import { Organizations } from '../organization/organizations.js';
import type { Person } from '../person/person.entity.js';
import { Service } from '../service/service.entity.js';
import { dateOf } from '../time/zone.rules.js';
import { classOfType } from '../work/classification.rules.js';
import { TaskType } from '../work/task-type.entity.js';
import { SnippetLine } from './snippet-line.entity.js';
import { type ReadLine, readSnippet, toilOfLines } from './snippet-lines.rules.js';
import { Snippets } from './snippets.js';

/** A week told in one text, a line for each piece of work. */
export interface WeeklyText {
  person: string;
  weekStarting: string;
  text: string;
}

/** A line as it was understood. isToil: it lifts the toil of its service. */
export interface UnderstoodLine extends ReadLine {
  isToil: boolean;
}

const LONGEST_TEXT = 20_000;

/** Weekly reports as people write them: lines, of which some are not understood. */
@Injectable()
export class SnippetLog {
  constructor(
    private readonly directory: Directory,
    private readonly organizations: Organizations,
    private readonly snippets: Snippets,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** How the text would be understood; nothing is written. */
  async preview(
    tx: Tx,
    { person, weekStarting, text }: WeeklyText,
    path: string[] = [],
  ): Promise<UnderstoodLine[]> {
    const found = await this.directory.person(tx, person, [...path, 'person']);
    return (await this.read(tx, found, weekStarting, text, path)).lines;
  }

  /** Keeps the lines in place of those told before, and lifts each service by what they sum up to (max with the log). */
  async submit(tx: Tx, caller: Caller, input: WeeklyText): Promise<UnderstoodLine[]> {
    const person = await this.directory.openPerson(tx, input.person, ['input', 'person']);
    const { weekStarting } = input;
    const { lines, services, types } = await this.read(tx, person, weekStarting, input.text, ['input']);
    const place = { personId: person.id, weekStarting };
    const before = await tx.findBy(SnippetLine, { ...place, supersededAt: IsNull() });
    const sums = new Map([...toilOfLines(lines)].map(([key, seconds]) => [services.get(key) ?? '', seconds]));
    const lifted = before.flatMap(({ serviceId, isToil }) => (serviceId && isToil ? serviceId : []));
    const gone = lifted.filter((serviceId) => !sums.has(serviceId));
    const now = await this.snippets.replace(tx, caller, place, { sums, gone });
    await tx.update(SnippetLine, { ...place, supersededAt: IsNull() }, { supersededAt: now });
    const rows = lines.map((line) => ({
      ...{
        ...place,
        id: this.ids.next('snl'),
        position: line.position,
        text: line.text,
        faults: line.faults,
      },
      serviceId: (line.service && services.get(line.service)) || null,
      taskTypeId: (line.taskType && types.get(line.taskType)) || null,
      seconds: line.durationSeconds,
      note: line.note,
      isToil: line.isToil,
      recordedAt: now,
      supersededAt: null,
    }));
    if (rows.length > 0) await tx.insert(SnippetLine, rows);
    return lines;
  }

  /** The lines that hold for a person's week, in their order, as they were understood then. */
  async kept(tx: Tx, person: Person, weekStarting: string): Promise<UnderstoodLine[]> {
    const lines = await tx.find(SnippetLine, {
      where: { personId: person.id, weekStarting, supersededAt: IsNull() },
      order: { position: 'ASC' },
    });
    const services = new Map((await tx.find(Service)).map(({ id, key }) => [id, key]));
    const types = new Map((await tx.find(TaskType)).map(({ id, key }) => [id, key]));
    return lines.map(({ position, text, serviceId, taskTypeId, seconds, note, faults, isToil }) => ({
      ...{ position, text, note, faults, isToil, durationSeconds: seconds },
      service: (serviceId && services.get(serviceId)) || null,
      taskType: (taskTypeId && types.get(taskTypeId)) || null,
    }));
  }

  private async read(tx: Tx, person: Person, weekStarting: string, text: string, path: string[]) {
    if (text.length > LONGEST_TEXT)
      throw new Refusal('INVALID_INPUT', `A weekly report has at most ${LONGEST_TEXT} characters.`, [
        ...path,
        'text',
      ]);
    const { classes } = await this.organizations.settings(tx);
    const [allServices, allTypes] = [await tx.find(Service), await tx.find(TaskType)];
    const found = allTypes.filter(({ archivedAt }) => archivedAt === null);
    const services = new Map(
      allServices.flatMap(({ key, id, archivedAt }) => (archivedAt === null ? [[key, id] as const] : [])),
    );
    const types = new Map(found.map(({ key, id }) => [key, id]));
    const lines = readSnippet(text.replaceAll('\0', ''), weekStarting, {
      today: dateOf(this.clock.now().getTime(), person.zone),
      isService: (key) => services.has(key),
      serviceNamed: keysByName(allServices),
      isTaskType: (key) => types.has(key),
      taskTypeNamed: keysByName(allTypes),
    }).map((line): UnderstoodLine => {
      const type = found.find(({ key }) => key === line.taskType);
      return {
        ...line,
        isToil: line.faults.length === 0 && (!type || classOfType(type, classes) === 'TOIL'),
      };
    });
    return { lines, services, types };
  }
}
