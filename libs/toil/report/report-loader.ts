import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { capacityOf } from '../capacity/capacity.rules.js';
import type { Organization } from '../organization/organization.entity.js';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import type { TimeQuestion } from '../rollup/rollup-question.rules.js';
import { RollupReader } from '../rollup/rollup-reader.js';
import { excessDays } from '../survey/supplement.rules.js';
import { SurveyFacts } from '../survey/survey-facts.js';
import type { WeekOfRange } from '../time/week.rules.js';
import { addDays } from '../time/zone.rules.js';
import type { Cell } from './cell.rules.js';
import { type DayFrame, dayFrame } from './frame.rules.js';
import type { MetricQuestion } from './metric.rules.js';
import type { DataRemarks } from './notice.rules.js';
import type { ReportBasis } from './report.rules.js';
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

/** Reads everything that a report is made of. */
@Injectable()
export class ReportLoader {
  private readonly capacities = new CapacityRepository();
  private readonly surveys = new SurveyFacts();

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
    const { question, from, to, serviceIds, whole, asOf, knownBy, cutAt } = asked;
    const days = dayFrame(from, to, organization.reportingZone);
    const time = {
      ...question,
      ...{ days, asOf, knownBy, cutAt },
      slotStarts: weeks.map((week) => week.from),
      serviceIds: whole ? null : serviceIds,
    };
    const basis = {
      ...(await this.frame(tx, organization, asked, weeks)),
      tally: await this.rollups.services(tx, organization, time),
      combined: question.combined ? await this.supplement(tx, organization, time) : null,
    };
    return {
      basis,
      remarks: await this.remarks(tx, days, asked),
      people: async (reader, personIds) => {
        const own = onceEach(question);
        const tally = await this.rollups.people(reader, organization, { ...time, ...own }, personIds);
        return { ...basis, question: own, tally };
      },
    };
  }

  // A snippet is held against its whole week, also where the range cuts that.
  private async supplement(
    tx: Tx,
    organization: Organization,
    time: TimeQuestion,
  ): Promise<ReportBasis['combined']> {
    const { days, knownBy } = time;
    const answers = await this.surveys.answers(tx, days.from, days.to, knownBy);
    const snippets = await this.surveys.snippets(tx, days.from, days.to, knownBy);
    if (snippets.length === 0) return { answers, excess: [] };
    const wide = dayFrame(addDays(days.from, -6), addDays(days.to, 6), days.zone);
    const people = [...new Set(snippets.map((snippet) => snippet.personId))];
    const asked = { ...time, days: wide, slotStarts: [wide.from] };
    const { cells } = await this.rollups.people(tx, organization, asked, people);
    const { workDays } = settingsOf(organization);
    const cellsOf = (personId: string): Cell[] => cells.get(personId) ?? [];
    return { answers, excess: excessDays(snippets, cellsOf, (day) => addDays(wide.from, day), workDays) };
  }

  private async frame(tx: Tx, organization: Organization, asked: ResolvedQuestion, weeks: Stretch[]) {
    const { thresholds, workDays } = settingsOf(organization);
    const { question, from, to, knownBy, serviceIds, whole, asOf } = asked;
    const capacity = capacityOf(await this.capacities.facts(tx, from, to, workDays, knownBy), from, to);
    const zone = organization.reportingZone;
    return { question, thresholds, asOf, zone, from, to, weeks, serviceIds, whole, capacity };
  }

  private async remarks(
    tx: Tx,
    days: DayFrame,
    { question, asOf, knownBy, serviceIds, whole }: ResolvedQuestion,
  ): Promise<DataRemarks> {
    const services = whole ? null : serviceIds;
    return {
      tierSeconds: await this.facts.tierSeconds(tx, days, question.mode, services),
      forgotten: knownBy ? [] : await this.facts.forgotten(tx, days, asOf, services),
      unclocked: question.timeBand !== null && (await this.facts.hasUnclocked(tx, days, services)),
    };
  }
}

// A person's hour never counts twice: what services share in full is in equal parts in the rows of people.
const onceEach = (question: MetricQuestion): MetricQuestion =>
  question.attribution === 'FULL' ? { ...question, attribution: 'EQUAL_SPLIT' } : question;
