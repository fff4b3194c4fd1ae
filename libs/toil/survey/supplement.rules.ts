import { Rational } from '../automation/rational.rules.js';
import { type Capacity, sumShares } from '../capacity/capacity.rules.js';
import type { Cell } from '../report/cell.rules.js';
import { type Supplement, secondsOfUnits } from '../report/metric.rules.js';
import { addDays, dayOfWeek, daysBetween } from '../time/zone.rules.js';
import { estimate, snippetExcess, type WeightedAnswer } from './survey.rules.js';

/** What a person answered about a week. */
export interface AnswerFact {
  personId: string;
  weekStarting: string;
  toilPercent: string;
}

/** What a person's weekly report says about a service. */
export interface SnippetFact {
  personId: string;
  serviceId: string;
  weekStarting: string;
  toilSeconds: number;
}

/** The part of a snippet beyond the log, on one day; its week's excess lies evenly on the work days. */
export interface ExcessDay {
  personId: string;
  serviceId: string;
  date: string;
  seconds: Rational;
}

/**
 * The excess of each snippet over the toil logged by the same person for the same service in the same seven days, spread
 * over the work days of that week, so that a range which cuts the week takes its part. `dateOfDay` dates the cells.
 */
export function excessDays(
  snippets: SnippetFact[],
  cellsOf: (personId: string) => Cell[],
  dateOfDay: (day: number) => string,
  workDays: number[],
): ExcessDay[] {
  return snippets.flatMap(({ personId, serviceId, weekStarting, toilSeconds }) => {
    const next = addDays(weekStarting, 7);
    let units = 0n;
    for (const cell of cellsOf(personId)) {
      if (cell.workClass !== 'TOIL' || cell.serviceId !== serviceId) continue;
      const date = dateOfDay(cell.day);
      if (date >= weekStarting && date < next) units += BigInt(cell.units);
    }
    const excess = snippetExcess(toilSeconds, secondsOfUnits(units));
    if (excess.isZero) return [];
    const dates = Array.from({ length: 7 }, (_, day) => addDays(weekStarting, day)).filter((date) =>
      workDays.includes(dayOfWeek(date)),
    );
    const seconds = excess.over(Rational.of(dates.length));
    return dates.map((date) => ({ personId, serviceId, date, seconds }));
  });
}

/**
 * The survey that speaks for dates [from, to): answers about weeks that touch them, of each person the mean weighted by
 * its capacity in those weeks; where there are none, those of the latest week before. Population: people with capacity on
 * the services, weighted by it. null without at least two answers of people with capacity.
 */
export function surveyOf(
  answers: AnswerFact[],
  weights: PersonWeights,
  from: string,
  to: string,
): Supplement['survey'] {
  const population = answers.filter(
    (answer) => weights.of(answer.personId, from, to) > 0n && answer.weekStarting < to,
  );
  const touching = population.filter((answer) => addDays(answer.weekStarting, 7) > from);
  const used = touching.length > 0 ? touching : latestWeek(population);
  const people = byPerson(used);
  const weighted = [...people].map(([personId, own]): WeightedAnswer => {
    return { share: meanShare(own, weights, from, to), weight: weights.of(personId, from, to) };
  });
  const { mean, halfWidth } = estimate(weighted, weights.total(from, to));
  if (mean === null) return null;
  return { share: mean, halfWidth, ageDays: daysBetween(latestOf(used), to) };
}

function latestWeek(answers: AnswerFact[]): AnswerFact[] {
  const latest = latestOf(answers);
  return answers.filter((answer) => answer.weekStarting === latest);
}

const latestOf = (answers: AnswerFact[]): string =>
  answers
    .map((answer) => answer.weekStarting)
    .sort()
    .at(-1) ?? '';

function byPerson(answers: AnswerFact[]): Map<string, AnswerFact[]> {
  const people = new Map<string, AnswerFact[]>();
  for (const answer of answers) people.set(answer.personId, [...(people.get(answer.personId) ?? []), answer]);
  return people;
}

function meanShare(answers: AnswerFact[], weights: PersonWeights, from: string, to: string): Rational {
  const shares = answers.map(({ toilPercent }) => Rational.parse(toilPercent).over(Rational.of(100)));
  const only = shares[0]!;
  if (answers.length === 1) return only;
  const within = answers.map(({ personId, weekStarting }) => {
    const end = addDays(weekStarting, 7);
    return Rational.of(weights.of(personId, weekStarting > from ? weekStarting : from, end < to ? end : to));
  });
  const all = within.reduce((sum, weight) => sum.plus(weight), Rational.of(0));
  if (all.isZero) return only;
  return shares.reduce((sum, share, i) => sum.plus(share.times(within[i]!)), Rational.of(0)).over(all);
}

/** How much capacity each person has on the services asked about. */
export class PersonWeights {
  private readonly people = new Map<string, Float64Array[]>();

  constructor(
    private readonly capacity: Capacity,
    serviceIds: Iterable<string>,
  ) {
    for (const serviceId of serviceIds) {
      for (const [personId, days] of capacity.byService.get(serviceId) ?? []) {
        this.people.set(personId, [...(this.people.get(personId) ?? []), days]);
      }
    }
  }

  /** Everybody with a capacity on the services at some time. */
  everybody(): string[] {
    return [...this.people.keys()];
  }

  /** Shares of a person on dates [from, to). */
  of(personId: string, from: string, to: string): bigint {
    return sumShares(this.people.get(personId) ?? [], this.day(from), this.day(to));
  }

  /** Shares of everybody on dates [from, to). */
  total(from: string, to: string): bigint {
    return sumShares([...this.people.values()].flat(), this.day(from), this.day(to));
  }

  private day(date: string): number {
    return Math.min(
      Math.max(0, daysBetween(this.capacity.from, date)),
      Math.max(0, daysBetween(this.capacity.from, this.capacity.to)),
    );
  }
}
