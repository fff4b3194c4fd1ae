import { Injectable } from '@nestjs/common';
import { SAMPLE, type SampleFrame, Sequence, type Tx } from '#platform';
import { Snippets } from '../survey/snippets.js';
import { Surveys } from '../survey/surveys.js';
import { SampleCalendar } from './sample-calendar.rules.js';
import { SAMPLE_PEOPLE, SNIPPET_TEXT, wordsIn } from './sample-story.rules.js';

const SEED = 9;
/** Weeks in which nobody is away. */
const WEEKS = [-8, -5, -1];

/** What people say about their weeks beside the log. */
@Injectable()
export class SampleReports {
  constructor(
    private readonly surveys: Surveys,
    private readonly snippets: Snippets,
  ) {}

  async write(tx: Tx, { monday, locale }: SampleFrame): Promise<void> {
    const calendar = new SampleCalendar(monday);
    const random = new Sequence(SEED);
    for (const week of WEEKS) {
      const weekStarting = calendar.date(week, 0);
      for (const { key } of SAMPLE_PEOPLE) {
        const toilPercent = String(random.whole(15, 45));
        const engineeringPercent = String(random.whole(30, 45));
        await this.surveys.submit(tx, SAMPLE, { person: key, weekStarting, toilPercent, engineeringPercent });
      }
      await this.snippets.submit(tx, SAMPLE, {
        person: 'demo-yuna',
        service: 'demo-door',
        weekStarting,
        toilDuration: `${random.whole(3, 7)}h`,
        text: wordsIn(SNIPPET_TEXT, locale),
      });
    }
  }
}
