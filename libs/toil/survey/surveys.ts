import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditTrail, type Caller, Ids, parseUnits, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { rangeFault, textFault } from '../organization/input.rules.js';
import { SurveyAnswer } from './survey-answer.entity.js';
import { WeekDesk } from './week-desk.js';

/** How a person says a week was spent, in percent of its working time; the rest is "other". */
export interface NewSurveyAnswer {
  person: string;
  weekStarting: string;
  toilPercent: string;
  engineeringPercent?: string | null;
  overheadPercent?: string | null;
  /** What is none of the three; with it, all that is given sums to 100. */
  otherPercent?: string | null;
  /** Days off in that week; the percentages are of the time worked. */
  timeOffDays?: string | null;
  comment?: string | null;
}

const PARTS = ['toilPercent', 'engineeringPercent', 'overheadPercent', 'otherPercent'] as const;
const MOST_DAYS_OFF = 7;
const HUNDRED = 1_000_000n;

/** Answers to the weekly survey. */
@Injectable()
export class Surveys {
  constructor(
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly directory: Directory,
    private readonly desk: WeekDesk,
  ) {}

  /** Takes in an answer; a second one of the same person for the same week replaces the first. */
  async submit(tx: Tx, caller: Caller, input: NewSurveyAnswer): Promise<{ duplicate: boolean }> {
    refuseIfAny(answerFaults(input));
    const person = await this.directory.person(tx, input.person, ['input', 'person']);
    const now = await this.desk.open(tx, input.weekStarting);
    const place = { personId: person.id, weekStarting: input.weekStarting };
    const before = await tx.findOneBy(SurveyAnswer, { ...place, supersededAt: IsNull() });
    if (before && same(before, input)) return { duplicate: true };
    if (before) await tx.update(SurveyAnswer, { id: before.id }, { supersededAt: now });
    const after = {
      ...place,
      id: this.ids.next('ans'),
      toilPercent: input.toilPercent,
      engineeringPercent: input.engineeringPercent ?? null,
      overheadPercent: input.overheadPercent ?? null,
      otherPercent: input.otherPercent ?? null,
      timeOffDays: input.timeOffDays ?? null,
      comment: input.comment ?? null,
      recordedAt: now,
      supersededAt: null,
    };
    await tx.insert(SurveyAnswer, after);
    // The answer is private: the trail says that there was one, not what it said.
    await this.audit.record(tx, caller, 'survey.answer', person.id, null, {
      weekStarting: input.weekStarting,
    });
    return { duplicate: false };
  }
}

function answerFaults(input: NewSurveyAnswer): Refusal[] {
  const faults = PARTS.flatMap((part) =>
    given(input[part]) ? rangeFault(input[part], 0, 100, part, ['input', part]) : [],
  );
  if (faults.length === 0) faults.push(...sumFaults(input));
  if (given(input.timeOffDays))
    faults.push(...rangeFault(input.timeOffDays, 0, MOST_DAYS_OFF, 'timeOffDays', ['input', 'timeOffDays']));
  return [...faults, ...textFault(input.comment, ['input', 'comment'])];
}

function sumFaults(input: NewSurveyAnswer): Refusal[] {
  const parts = PARTS.flatMap((part) => (given(input[part]) ? [parseUnits(input[part], 4)] : []));
  const sum = parts.reduce((total, part) => total + part, 0n);
  const named = ['toilPercent', 'engineeringPercent', 'overheadPercent'] as const;
  const whole = given(input.otherPercent) || named.every((part) => given(input[part]));
  if (whole && sum !== HUNDRED) {
    const last = given(input.otherPercent) ? 'otherPercent' : 'overheadPercent';
    return [
      new Refusal(
        'INVALID_INPUT',
        'Toil, engineering and overhead sum to 100 when all three are given; with "other", all parts do.',
        ['input', last],
        { sumPercent: Number(sum) / 10_000 },
      ),
    ];
  }
  if (sum <= HUNDRED) return [];
  const last = given(input.overheadPercent) ? 'overheadPercent' : 'engineeringPercent';
  return [
    new Refusal('INVALID_INPUT', 'The parts of a week sum to 100 at most.', ['input', last], {
      sumPercent: Number(sum) / 10_000,
    }),
  ];
}

const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

function same(before: SurveyAnswer, input: NewSurveyAnswer): boolean {
  const equal = (a: string | null, b: string | null | undefined): boolean =>
    a === null || !given(b) ? a === (b ?? null) : parseUnits(a, 4) === parseUnits(b, 4);
  return (
    [...PARTS, 'timeOffDays' as const].every((part) => equal(before[part], input[part])) &&
    before.comment === (input.comment ?? null)
  );
}
