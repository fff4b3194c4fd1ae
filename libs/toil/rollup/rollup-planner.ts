import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { IncidentTimes } from '../incident/incident-times.js';
import type { Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import { frameEnd, frameStart } from '../report/frame.rules.js';
import { addDays, dateOf } from '../time/zone.rules.js';
import { common, type DateRange, joined, without } from './date-range.rules.js';
import { type LateWeek, LateWeeksRepository } from './late-weeks.repository.js';
import { RollupRepository, type WeekKey } from './rollup.repository.js';
import { partOfFrame, sourcesOf, type TimeQuestion } from './rollup-question.rules.js';
import { mondayOf } from './week-cell.rules.js';

/** People whose weeks, from one Monday to another, are made from the facts. */
export interface LateGroup {
  from: string;
  to: string;
  weeks: string[];
  personIds: string[];
}

/** Where the time of a question is read. */
export interface RollupPlan {
  /** From the roll-ups... */
  sums: DateRange[];
  /** ...but for these weeks in them... */
  late: LateGroup[];
  /** ...and here everything from the facts. */
  facts: DateRange[];
}

/** Decides what the roll-ups can answer. */
@Injectable()
export class RollupPlanner {
  private readonly rollups = new RollupRepository();
  private readonly weeks = new LateWeeksRepository();

  constructor(private readonly incidents: IncidentTimes) {}

  /** The plan for everybody, or for some people. */
  async plan(
    tx: Tx,
    organization: Organization,
    question: TimeQuestion,
    personIds: string[] | null,
  ): Promise<RollupPlan> {
    const { sums, facts } = sourcesOf(question);
    if (sums === null) return { sums: [], late: [], facts };
    if (!(await this.rollups.holds(tx, organization)))
      return { sums: [], late: [], facts: joined([sums, ...facts]) };
    const { capHours } = settingsOf(organization).incidents;
    const { mode, asOf, knownBy, days } = question;
    const reach = { from: mondayOf(sums.from), to: addDays(mondayOf(addDays(sums.to, -1)), 7) };
    const besides = await this.movedSince(tx, question, reach);
    const asked = { ...reach, zone: days.zone, mode, asOf, knownBy, capHours, personIds, besides };
    const late = await this.weeks.between(tx, asked);
    const whole = late.flatMap(({ week, personIds: some }) =>
      some === null ? (common(sums, { from: week, to: addDays(week, 7) }) ?? []) : [],
    );
    return {
      sums: without(sums, whole),
      late: groupsOf(late),
      facts: joined([...whole, ...facts]),
    };
  }

  private async movedSince(
    tx: Tx,
    { knownBy, mode, days }: TimeQuestion,
    reach: DateRange,
  ): Promise<WeekKey[]> {
    if (!knownBy) return [];
    const frame = partOfFrame(days, reach);
    const span = { fromMs: frameStart(frame), toMs: frameEnd(frame) };
    const moved = await this.incidents.movedSince(tx, span, mode, knownBy);
    return moved.flatMap(({ personId, startMs, endMs }) => {
      const weeks: WeekKey[] = [];
      const last = dateOf(Math.min(endMs, span.toMs), days.zone);
      for (
        let week = mondayOf(dateOf(Math.max(startMs, span.fromMs), days.zone));
        week <= last;
        week = addDays(week, 7)
      )
        weeks.push({ personId, week });
      return weeks;
    });
  }
}

// Weeks that follow each other and have the same late people are made in one go.
function groupsOf(late: readonly LateWeek[]): LateGroup[] {
  const groups: LateGroup[] = [];
  for (const { week, personIds } of late) {
    if (personIds === null) continue;
    const last = groups.at(-1);
    const to = addDays(week, 7);
    if (last && last.to === week && last.personIds.join() === personIds.join()) {
      last.to = to;
      last.weeks.push(week);
    } else groups.push({ from: week, to, weeks: [week], personIds });
  }
  return groups;
}
