import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { addDays } from '../time/zone.rules.js';
import type { AnswerFact, SnippetFact } from './supplement.rules.js';

/** What people told beside the log: answers and snippets, read for a report. */
@Injectable()
export class SurveyFacts {
  /** Answers for weeks that touch [from, to), and before them each person's latest one. */
  answers(tx: Tx, from: string, to: string, knownBy: Date | null): Promise<AnswerFact[]> {
    const known = knownBy
      ? 'recorded_at <= $3 and (superseded_at is null or superseded_at > $3)'
      : 'superseded_at is null and $3::timestamptz is null';
    return tx.query(
      `select person_id as "personId", week_starting::text as "weekStarting", toil_percent as "toilPercent"
       from survey_answer where ${known} and week_starting > $1::date - 7 and week_starting < $2::date
       union all
       (select distinct on (person_id) person_id, week_starting::text, toil_percent
        from survey_answer where ${known} and week_starting <= $1::date - 7
        order by person_id, survey_answer.week_starting desc)`,
      [from, to, knownBy],
    );
  }

  /** Snippets of weeks that touch [from, to). */
  snippets(tx: Tx, from: string, to: string, knownBy: Date | null): Promise<SnippetFact[]> {
    const known = knownBy
      ? 'recorded_at <= $3 and (superseded_at is null or superseded_at > $3)'
      : 'superseded_at is null and $3::timestamptz is null';
    return tx.query(
      `select person_id as "personId", service_id as "serviceId", week_starting::text as "weekStarting", toil_seconds as "toilSeconds"
       from snippet where ${known} and week_starting > $1::date and week_starting < $2::date`,
      [addDays(from, -7), to, knownBy],
    );
  }
}
