import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { capacityOf } from '../capacity/capacity.rules.js';
import type { Organization } from '../organization/organization.entity.js';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { PersonZones } from '../person/person-zones.js';
import { RollupReader } from '../rollup/rollup-reader.js';
import { excessDays } from '../survey/supplement.rules.js';
import { SurveyFacts } from '../survey/survey-facts.js';
import type { WeekOfRange } from '../time/week.rules.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import { type DayFrame, dayFrame, frameEnd, frameStart } from './frame.rules.js';
import { cutItems } from './interval.rules.js';
import type { MetricQuestion } from './metric.rules.js';
import type { DataRemarks } from './notice.rules.js';
import type { ReportBasis } from './report.rules.js';
import { tally } from './tally.rules.js';
import { TimeFacts } from './time-facts.js';

/** A stretch of a report: a week cut to the range, or all of it. */
export type Stretch = WeekOfRange;

/** A question about toil with its services found: dates [from, to), the instant, and whether later knowledge is hidden. */
export interface ResolvedQuestion {
  question: MetricQuestion;
  from: string;
  to: string;
  serviceIds: string[];
  whole: boolean;
  asOf: Date;
  knownBy: Date | null;
  /** Count only what had happened by then; null = everything. */
  cutAt: Date | null;
}

/** The basis of a report, what it has to say about its data, and how to learn about people. */
export interface LoadedReport {
  basis: ReportBasis;
  remarks: DataRemarks;
  /** The same report by people: only these people's time. */
  people: (tx: Tx, personIds: string[]) => Promise<ReportBasis>;
}

/** Reads everything that a report is made of: from roll-ups where they can answer, else from the raw facts. */
@Injectable()
export class ReportLoader {
  private readonly capacities = new CapacityRepository();
  private readonly surveys = new SurveyFacts();
  private readonly zones = new PersonZones();

  constructor(
    private readonly facts: TimeFacts,
    private readonly rollups: RollupReader,
    private readonly organizations: Organizations,
  ) {}

  /** The organisation that the report is about; read once in a transaction. */
  organization(tx: Tx): Promise<Organization> {
    return this.organizations.current(tx);
  }

  /** The report by services, in the stretches of `weeks`. */
  async load(
    tx: Tx,
    organization: Organization,
    asked: ResolvedQuestion,
    weeks: Stretch[],
  ): Promise<LoadedReport> {
    return (
      (await this.fromRollups(tx, organization, asked, weeks)) ??
      (await this.fromFacts(tx, organization, asked, weeks))
    );
  }

  private async fromRollups(
    tx: Tx,
    organization: Organization,
    asked: ResolvedQuestion,
    weeks: Stretch[],
  ): Promise<LoadedReport | null> {
    const { question, from, to, knownBy, asOf } = asked;
    if (question.combined || knownBy !== null || asked.cutAt !== null) return null;
    const days = dayFrame(from, to, organization.reportingZone);
    const { view, mode, attribution, timeBand } = question;
    const slotStarts = weeks.map((week) => week.from);
    const rollup = {
      days,
      slotStarts,
      slotOf: slotsOfDays(from, weeks),
      view,
      mode,
      attribution,
      timeBand,
      asOf,
      capHours: settingsOf(organization).incidents.capHours,
    };
    const sums = await this.rollups.services(tx, organization, rollup);
    if (sums === null) return null;
    const basis = { ...(await this.frame(tx, organization, asked, weeks)), tally: sums, combined: null };
    return {
      basis,
      remarks: await this.remarks(tx, days, asked),
      people: async (reader, personIds) => {
        const own = onceEach(question);
        const tallied = await this.rollups.people(reader, { ...rollup, ...own }, personIds);
        return { ...basis, question: own, tally: tallied };
      },
    };
  }

  private async fromFacts(
    tx: Tx,
    organization: Organization,
    asked: ResolvedQuestion,
    weeks: Stretch[],
  ): Promise<LoadedReport> {
    const { question, from, to, knownBy, asOf } = asked;
    const { workDays, bandHours } = settingsOf(organization);
    // A snippet is held against its whole week, so a combined report reads a week more at each end.
    const days = dayFrame(
      question.combined ? addDays(from, -6) : from,
      question.combined ? addDays(to, 6) : to,
      organization.reportingZone,
    );
    const known = await this.facts.items(tx, { frame: days, mode: question.mode, asOf, knownBy });
    const items = asked.cutAt ? cutItems(known, asked.cutAt.getTime(), days.zone) : known;
    const bandsOf = await this.zones.bands(tx, days.zone, frameStart(days), frameEnd(days), bandHours);
    const plan = { days, bandsOf, slotOf: slotsOfDays(days.from, weeks), slots: weeks.length };
    const counted = tally(items, { ...plan, ...question });
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
    const basis = { ...(await this.frame(tx, organization, asked, weeks)), tally: counted, combined };
    const own = onceEach(question);
    return {
      basis,
      remarks: await this.remarks(tx, days, asked),
      people: async () =>
        own === question ? basis : { ...basis, question: own, tally: tally(items, { ...plan, ...own }) },
    };
  }

  private async frame(tx: Tx, organization: Organization, asked: ResolvedQuestion, weeks: Stretch[]) {
    const { thresholds, workDays } = settingsOf(organization);
    const { question, from, to, knownBy, serviceIds, whole, asOf } = asked;
    const capacity = capacityOf(await this.capacities.facts(tx, from, to, workDays, knownBy), from, to);
    return { question, thresholds, asOf, from, to, weeks, serviceIds, whole, capacity };
  }

  private async remarks(
    tx: Tx,
    days: DayFrame,
    { question, asOf, knownBy }: ResolvedQuestion,
  ): Promise<DataRemarks> {
    return {
      tierSeconds: await this.facts.tierSeconds(tx, days, question.mode),
      forgotten: knownBy ? [] : await this.facts.forgotten(tx, days, asOf),
      unclocked: question.timeBand !== null && (await this.facts.hasUnclocked(tx, days)),
    };
  }
}

// A person's hour never counts twice: what services share in full is in equal parts in the rows of people.
const onceEach = (question: MetricQuestion): MetricQuestion =>
  question.attribution === 'FULL' ? { ...question, attribution: 'EQUAL_SPLIT' } : question;

/** The week of each day of a frame that begins on `first`; -1 outside of the weeks. */
export function slotsOfDays(first: string, weeks: { from: string; to: string }[]): (day: number) => number {
  const slots: number[] = [];
  for (const [slot, week] of weeks.entries()) {
    for (let day = daysBetween(first, week.from); day < daysBetween(first, week.to); day++) slots[day] = slot;
  }
  return (day) => slots[day] ?? -1;
}
