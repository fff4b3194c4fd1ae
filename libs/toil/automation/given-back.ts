import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Refusal, ratioPercent, type Tx } from '#platform';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { Directory } from '../directory/directory.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { weekStarting } from '../time/week.rules.js';
import { addDays, dateOf } from '../time/zone.rules.js';
import { Automation } from './automation.entity.js';
import { givenBackSum } from './given-back.rules.js';
import { SavingsBooks } from './savings-books.js';

/** Whose services: those named, or those that a person is allocated to on the day; neither = all. Keys. */
export interface GivenBackAsked {
  services?: string[] | null;
  person?: string | null;
  /** Last day that counts; left out = today in the reporting zone. */
  at?: string | null;
}

/** What automations gave back over the dates [from, to); minutes as decimals. */
export interface GivenBackPeriod {
  from: string;
  to: string;
  automations: number;
  runs: number;
  creditedRuns: number;
  claimedMinutes: string;
  realisedMinutes: string;
  ratioPercent: string | null;
}

/** The calendar week and the calendar quarter up to a day. */
export interface GivenBackReport {
  week: GivenBackPeriod;
  quarter: GivenBackPeriod;
}

/** Tells people what the automations of their services gave back, because what returns something gets done. */
@Injectable()
export class GivenBack {
  private readonly capacities = new CapacityRepository();

  constructor(
    private readonly directory: Directory,
    private readonly books: SavingsBooks,
    private readonly clock: Clock,
  ) {}

  /** The week and the quarter that hold the day, each up to the end of it. Numbers of services, never of a person. */
  async report(tx: Tx, asked: GivenBackAsked): Promise<GivenBackReport> {
    const { reportingZone, weekStart } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const at = asked.at ?? dateOf(this.clock.now().getTime(), reportingZone);
    const to = addDays(at, 1);
    const automations = await this.automations(tx, asked, at);
    return {
      week: await this.period(tx, automations, weekStarting(at, weekStart), to),
      quarter: await this.period(tx, automations, quarterStarting(at), to),
    };
  }

  private async automations(tx: Tx, { services, person }: GivenBackAsked, at: string): Promise<Automation[]> {
    if (services && person) {
      throw new Refusal('INVALID_INPUT', 'Name services or a person, not both.', ['person']);
    }
    if (!services && !person) return tx.find(Automation);
    const ids = person
      ? await this.servicesOf(tx, person, at)
      : (await this.directory.services(tx, services ?? [], ['services'])).map((service) => service.id);
    return tx.findBy(Automation, { serviceId: In(ids) });
  }

  private async servicesOf(tx: Tx, key: string, at: string): Promise<string[]> {
    const { id } = await this.directory.person(tx, key, ['person']);
    const shares = new Map<string, number>();
    const rows = await this.capacities.allocationsOf(tx, id);
    for (const row of rows.sort((a, b) => (a.from < b.from ? -1 : 1))) {
      if (row.from <= at) shares.set(row.serviceId, row.shareParts);
    }
    return [...shares].filter(([, parts]) => parts > 0).map(([serviceId]) => serviceId);
  }

  private async period(
    tx: Tx,
    automations: Automation[],
    from: string,
    to: string,
  ): Promise<GivenBackPeriod> {
    const books = [];
    for (const automation of automations) books.push(await this.books.savings(tx, automation, from, to));
    const { succeededRuns, claimedMinutes, realisedMinutes, ratio, ...counts } = givenBackSum(books);
    return {
      ...{ from, to, ...counts },
      runs: succeededRuns,
      claimedMinutes: claimedMinutes.toDecimal(),
      realisedMinutes: realisedMinutes.toDecimal(),
      ratioPercent: ratio && ratioPercent(ratio.numerator, ratio.denominator),
    };
  }
}

function quarterStarting(date: string): string {
  const month = Number(date.slice(5, 7));
  return `${date.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}
