import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { SnapshotReader } from '../lock/snapshot-reader.js';
import type { Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import { Person } from '../person/person.entity.js';
import { Service } from '../service/service.entity.js';
import { weekHours, weekLabel, weeksOf } from '../time/week.rules.js';
import { addDays, dayStart, daysBetween } from '../time/zone.rules.js';
import { type Contributor, Contributors } from './contributor.repository.js';
import { dayFrame } from './frame.rules.js';
import type { Attribution, IncidentMode, TimeBand, ToilView } from './interval.js';
import type { ToilBasis } from './metric.rules.js';
import { noticesOf } from './notice.rules.js';
import {
  involvedPeople,
  type MetricValue,
  type PersonToil,
  peopleOf,
  type ReportBasis,
  type ServiceToil,
  servicesOf,
  totalOf,
  weekRange,
  wholeRange,
} from './report.rules.js';
import { ReportLoader, type ResolvedQuestion } from './report-loader.js';
import { type Spread, spreadOf } from './spread.rules.js';

/** What a caller asks; dates [from, to) in the reporting zone, services by key (left out = all). */
export interface ToilQuestion {
  from: string;
  to: string;
  services?: string[] | null;
  basis?: ToilBasis | null;
  incidentMode?: IncidentMode | null;
  view?: ToilView | null;
  /** Left out = the organisation's. */
  attribution?: Attribution | null;
  timeBand?: TimeBand | null;
  combined?: boolean | null;
  asOf?: Date | null;
}

/** One week of a report. hours: clock length of the whole week. */
export interface ToilReportWeek {
  label: string;
  from: string;
  to: string;
  hours: number;
  /** Not over at the report's instant: its capacity is that of the whole week, its time that of a part. */
  partial: boolean;
  total: MetricValue;
  services: ServiceToil[];
}

/** The answer. Weeks and people are read when they are asked for. */
export interface ToilReport {
  from: string;
  to: string;
  total: MetricValue;
  notices: string[];
  services: ServiceToil[];
  snapshot: MetricValue | null;
  weeks: (tx: Tx) => Promise<ToilReportWeek[]>;
  /** The same services over the weeks on which policy is judged (13 by default), up to the end of the range. */
  policy: (tx: Tx) => Promise<ServiceToil[]>;
  /** The largest things that toil came from, each in full. */
  contributors: (tx: Tx, most: number) => Promise<Contributor[]>;
  /** How unevenly the selected toil lies on people, without names. */
  spread: (tx: Tx) => Promise<Spread>;
  /** What ToilReports.people makes its rows of. */
  people: (tx: Tx, personIds: string[]) => Promise<ReportBasis>;
}

/** Longest range, in days: ten years. */
const LONGEST_DAYS = 3660;

/** How much toil there is. */
@Injectable()
export class ToilReports {
  constructor(
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly loader: ReportLoader,
    private readonly snapshots: SnapshotReader,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The report of a range. asOf in the past shows what was known then (before the first record:
   * what had happened by then); in the future it means now.
   */
  async report(tx: Tx, question: ToilQuestion): Promise<ToilReport> {
    refuseIfAny(rangeFaults(question.from, question.to, question.services));
    const organization = await this.loader.organization(tx);
    const services = question.services
      ? await this.directory.services(tx, question.services, ['input', 'services'])
      : await tx.find(Service, { select: { id: true, key: true }, order: { key: 'ASC' } });
    const attribution = question.attribution ?? settingsOf(organization).attribution;
    const first = question.asOf ? await this.firstRecord(tx) : null;
    const asked = this.resolve({ ...question, attribution }, services, first);
    const { from, to } = question;
    const loaded = await this.loader.load(tx, organization, asked, [{ firstDay: from, from, to }]);
    const { basis } = loaded;
    const keys = new Map(services.map((service) => [service.id, service.key]));
    const snapshot = await this.snapshots.answer(tx, asked, basis);
    return {
      from,
      to,
      total: totalOf(basis, wholeRange(basis)),
      notices: noticesOf(basis, loaded.remarks, (id) => keys.get(id) ?? id),
      services: servicesOf(basis, wholeRange(basis)),
      snapshot,
      weeks: (reader) => this.weeks(reader, organization, asked),
      policy: (reader) => this.policy(reader, organization, asked),
      contributors: (reader, most) => {
        const { serviceIds, whole, question: how } = asked;
        return new Contributors().of(
          reader,
          dayFrame(from, to, organization.reportingZone),
          how.mode,
          whole ? null : serviceIds,
          most,
        );
      },
      spread: async (reader) => {
        const everybody = (await reader.find(Person, { select: { id: true } })).map((person) => person.id);
        const people = await loaded.people(reader, everybody);
        const shares = peopleOf(people, involvedPeople(people)).flatMap(({ toil }) => toil.share ?? []);
        return spreadOf(shares, basis.thresholds.privateBelow);
      },
      people: loaded.people,
    };
  }

  private async policy(tx: Tx, organization: Organization, asked: ResolvedQuestion): Promise<ServiceToil[]> {
    const from = addDays(asked.to, -7 * settingsOf(organization).thresholds.policyWeeks);
    const stretch = { firstDay: from, from, to: asked.to };
    const { basis } = await this.loader.load(tx, organization, { ...asked, from }, [stretch]);
    return servicesOf(basis, wholeRange(basis));
  }

  private async weeks(
    tx: Tx,
    organization: Organization,
    asked: ResolvedQuestion,
  ): Promise<ToilReportWeek[]> {
    const weeks = weeksOf(asked.from, asked.to, organization.weekStart);
    const { basis } = await this.loader.load(tx, organization, asked, weeks);
    return weeksOfReport(basis);
  }

  // Before its first record an installation knew nothing: an older instant can only ask what had happened by then.
  private async firstRecord(tx: Tx): Promise<Date | null> {
    const [row]: { first: Date | null }[] = await tx.query(
      'select least((select min(created_at) from service), (select min(created_at) from person)) as first',
    );
    return row?.first ?? null;
  }

  private resolve(
    question: ToilQuestion & { attribution: Attribution },
    services: Pick<Service, 'id'>[],
    firstRecord: Date | null,
  ): ResolvedQuestion {
    const now = this.clock.now();
    const past = question.asOf && question.asOf < now ? question.asOf : null;
    const known = past !== null && firstRecord !== null && past >= firstRecord;
    return {
      question: {
        basis: question.basis ?? 'CAPACITY',
        view: question.view ?? 'PERSON',
        mode: question.incidentMode ?? 'ENGAGED',
        attribution: question.attribution,
        timeBand: question.timeBand ?? null,
        combined: question.combined ?? false,
      },
      from: question.from,
      to: question.to,
      serviceIds: services.map((service) => service.id),
      whole: !question.services,
      asOf: past ?? now,
      knownBy: known ? past : null,
      cutAt: known ? null : past,
    };
  }

  /** The rows that the caller may see: its own; a lead's people; for an admin all. */
  async people(tx: Tx, caller: Caller, { people }: ToilReport): Promise<SeenPeople> {
    const seen = (await tx.find(Person, { order: { key: 'ASC' } })).filter(
      (person) => caller.role === 'ADMIN' || isOwn(caller, person),
    );
    const ids = seen.map((person) => person.id);
    const basis = await people(tx, ids);
    const involved = new Set(involvedPeople(basis));
    const shown = seen.filter((person) => involved.has(person.id));
    const rows = peopleOf(
      basis,
      shown.map((person) => person.id),
    );
    return { rows, hasOthers: shown.some((person) => !isOwn(caller, person)) };
  }

  /** Notes in the audit trail who looked at other people's rows; before they are shown. */
  noteLook(tx: Tx, caller: Caller, { from, to }: ToilReport, { rows }: SeenPeople): Promise<void> {
    const look = { from, to, people: rows.length };
    return this.audit.record(tx, caller, 'toilReport.people', 'toil-report', null, look);
  }
}

/** Rows of people, and whether any of them is neither the caller's own nor of somebody whom the caller leads. */
export interface SeenPeople {
  rows: PersonToil[];
  hasOthers: boolean;
}

const isOwn = (caller: Caller, person: Person): boolean =>
  caller.personId !== null && (person.id === caller.personId || person.leadId === caller.personId);

function weeksOfReport(basis: ReportBasis): ToilReportWeek[] {
  return basis.weeks.map(({ firstDay, from, to }, slot) => ({
    label: weekLabel(firstDay),
    from,
    to,
    hours: weekHours(firstDay, basis.zone),
    partial: dayStart(to, basis.zone) > basis.asOf.getTime(),
    total: totalOf(basis, weekRange(basis, slot)),
    get services() {
      return servicesOf(basis, weekRange(basis, slot));
    },
  }));
}

/** What speaks against a range of a report. */
export function rangeFaults(from: string, to: string, services?: string[] | null): Refusal[] {
  const faults: Refusal[] = [];
  if (from >= to)
    faults.push(
      new Refusal('END_BEFORE_START', 'A range ends after it begins; `to` is the first day outside.', [
        'input',
        'to',
      ]),
    );
  else if (daysBetween(from, to) > LONGEST_DAYS)
    faults.push(new Refusal('INVALID_INPUT', 'A range spans at most ten years.', ['input', 'to']));
  if (from < '1970-01-01')
    faults.push(new Refusal('INVALID_INPUT', 'There is nothing before 1970.', ['input', 'from']));
  if (services?.length === 0)
    faults.push(
      new Refusal('INVALID_INPUT', 'Name at least one service, or leave `services` out for all.', [
        'input',
        'services',
      ]),
    );
  return faults;
}
