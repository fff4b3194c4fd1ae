import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { capacityOf } from '../capacity/capacity.rules.js';
import type { Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import { PersonZones } from '../person/person-zones.js';
import { excessDays } from '../survey/supplement.rules.js';
import { SurveyFacts } from '../survey/survey-facts.js';
import { weeksOf } from '../time/week.rules.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import { dayFrame, frameEnd, frameStart } from './frame.rules.js';
import type { WorkItem } from './interval.js';
import type { MetricQuestion } from './metric.rules.js';
import type { ReportBasis } from './report.rules.js';
import { tally } from './tally.rules.js';
import { TimeFacts } from './time-facts.js';

/** A question about toil with its services found: dates [from, to), the instant, and whether later knowledge is hidden. */
export interface ResolvedQuestion {
  question: MetricQuestion;
  from: string;
  to: string;
  serviceIds: string[];
  whole: boolean;
  asOf: Date;
  knownBy: Date | null;
}

/** The basis of a report with the items that it was made of. */
export interface LoadedReport {
  basis: ReportBasis;
  items: WorkItem[];
}

/** Reads everything that a report is made of, from the raw facts. */
@Injectable()
export class ReportLoader {
  private readonly capacities = new CapacityRepository();
  private readonly surveys = new SurveyFacts();
  private readonly zones = new PersonZones();

  constructor(private readonly facts: TimeFacts) {}

  /** The basis, from raw facts. */
  async load(tx: Tx, organization: Organization, asked: ResolvedQuestion): Promise<LoadedReport> {
    const { question, from, to, knownBy } = asked;
    const { thresholds, workDays, bandHours } = settingsOf(organization);
    const weeks = weeksOf(from, to, organization.weekStart);
    // A snippet is held against its whole week, so a combined report reads a week more at each end.
    const days = dayFrame(
      question.combined ? addDays(from, -6) : from,
      question.combined ? addDays(to, 6) : to,
      organization.reportingZone,
    );
    const items = await this.facts.items(tx, { frame: days, mode: question.mode, asOf: asked.asOf, knownBy });
    const bandsOf = await this.zones.bands(tx, days.zone, frameStart(days), frameEnd(days), bandHours);
    const slotOf = slotsOfDays(days.from, weeks);
    const counted = tally(items, {
      days,
      bandsOf,
      slotOf,
      slots: weeks.length,
      view: question.view,
      timeBand: question.timeBand,
    });
    const capacity = capacityOf(await this.capacities.facts(tx, from, to, workDays, knownBy), from, to);
    const combined = question.combined
      ? {
          answers: await this.surveys.answers(tx, from, to, knownBy),
          excess: excessDays(
            await this.surveys.snippets(tx, from, to, knownBy),
            (personId) => counted.cells.get(personId) ?? [],
            (day) => addDays(days.from, day),
            workDays,
          ),
        }
      : null;
    const { serviceIds, whole, asOf } = asked;
    const basis = {
      question,
      thresholds,
      asOf,
      from,
      to,
      weeks,
      serviceIds,
      whole,
      tally: counted,
      capacity,
      combined,
    };
    return { basis, items };
  }
}

/** The week of each day of a frame that begins on `first`; -1 outside of the weeks. */
export function slotsOfDays(first: string, weeks: { from: string; to: string }[]): (day: number) => number {
  const slots: number[] = [];
  for (const [slot, week] of weeks.entries()) {
    for (let day = daysBetween(first, week.from); day < daysBetween(first, week.to); day++) slots[day] = slot;
  }
  return (day) => slots[day] ?? -1;
}
