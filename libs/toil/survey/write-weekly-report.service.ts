import { Injectable } from '@nestjs/common';
import { type Caller, Clock, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { dateOf } from '../time/zone.rules.js';
import { WorkLog } from '../work/work-log.js';
import { SnippetLog, type UnderstoodLine, type WeeklyText } from './snippet-log.js';

/** A weekly report, and how long it took to write it. */
export interface NewWeeklyReport extends WeeklyText {
  writingDuration?: string | null;
}

/** Takes in weekly reports; the time to write one is overhead. */
@Injectable()
export class WriteWeeklyReport {
  constructor(
    private readonly snippets: SnippetLog,
    private readonly directory: Directory,
    private readonly log: WorkLog,
    private readonly clock: Clock,
  ) {}

  async write(tx: Tx, caller: Caller, input: NewWeeklyReport): Promise<UnderstoodLine[]> {
    const lines = await this.snippets.submit(tx, caller, input);
    if (input.writingDuration) {
      const { zone } = await this.directory.person(tx, input.person, ['input', 'person']);
      await this.log.log(tx, caller, {
        person: input.person,
        workClass: 'OVERHEAD',
        date: dateOf(this.clock.now().getTime(), zone),
        duration: input.writingDuration,
        note: `weekly report of ${input.weekStarting}`,
        source: 'SNIPPET',
        externalId: `weekly report ${input.person} ${input.weekStarting}`,
      });
    }
    return lines;
  }
}
