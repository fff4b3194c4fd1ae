import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Refusal, refuseIfAny, type Tx } from '#platform';
import { WEEK_DAYS, type WeekDay } from '../time/week.rules.js';
import { isZone } from '../time/zone.rules.js';
import { nameFault, rangeFault } from './input.rules.js';
import { ORGANIZATION_ID, Organization } from './organization.entity.js';
import { settingsOf, settingsSchema, type ToilSettings } from './settings.rules.js';

/** What may be changed of the organisation; what is left out stays. settings: see settingsSchema, merged by name. */
export interface OrganizationChange {
  name?: string | null;
  reportingZone?: string | null;
  weekStart?: WeekDay | null;
  toilBudgetPercent?: string | null;
  locale?: string | null;
  settings?: unknown;
}

/** The organisation and its settings. */
@Injectable()
export class Organizations {
  // One use case asks for it again and again; within its transaction it is read once.
  private readonly known = new WeakMap<Tx, Promise<Organization>>();

  constructor(private readonly audit: AuditTrail) {}

  /** The only one; it always exists. */
  current(tx: Tx): Promise<Organization> {
    const ask = (): Promise<Organization> => read(tx);
    if (!tx.queryRunner?.isTransactionActive) return ask();
    let answer = this.known.get(tx);
    if (answer === undefined) {
      answer = ask();
      this.known.set(tx, answer);
    }
    return answer;
  }

  /** The settings in force. */
  async settings(tx: Tx): Promise<ToilSettings> {
    return settingsOf(await this.current(tx));
  }

  /** Changes it. Every live report uses the new values at once; locked weeks keep theirs. */
  async update(tx: Tx, caller: Caller, change: OrganizationChange): Promise<Organization> {
    refuseIfAny(faults(change));
    const before = await tx.findOneOrFail(Organization, {
      where: { id: ORGANIZATION_ID },
      lock: { mode: 'pessimistic_write' },
    });
    const after: Organization = {
      ...before,
      name: change.name?.trim() ?? before.name,
      reportingZone: change.reportingZone ?? before.reportingZone,
      weekStart: change.weekStart ?? before.weekStart,
      toilBudgetPercent: change.toilBudgetPercent ?? before.toilBudgetPercent,
      locale: change.locale ?? before.locale,
      settings: { ...before.settings, ...((change.settings as object | undefined) ?? {}) },
    };
    await tx.update(Organization, { id: ORGANIZATION_ID }, after as never);
    this.known.delete(tx);
    await this.audit.record(tx, caller, 'organization.update', ORGANIZATION_ID, before, after);
    return after;
  }
}

// Plain SQL: every use case begins with it.
async function read(tx: Tx): Promise<Organization> {
  const rows: Organization[] = await tx.query(
    `select id, name, reporting_zone as "reportingZone", week_start as "weekStart", toil_budget_percent as "toilBudgetPercent",
       locale, settings from organization where id = $1`,
    [ORGANIZATION_ID],
  );
  return rows[0] as Organization;
}

function faults(change: OrganizationChange): Refusal[] {
  const { name, reportingZone, weekStart, toilBudgetPercent, locale, settings } = change;
  const list: Refusal[] = [];
  if (name !== null && name !== undefined) list.push(...nameFault(name, ['input', 'name']));
  if (reportingZone && !isZone(reportingZone))
    list.push(unknownZone(reportingZone, ['input', 'reportingZone']));
  if (reportingZone === '') list.push(unknownZone('', ['input', 'reportingZone']));
  if (weekStart && !WEEK_DAYS.includes(weekStart))
    list.push(new Refusal('INVALID_INPUT', 'A week starts on MONDAY or SUNDAY.', ['input', 'weekStart']));
  if (toilBudgetPercent !== null && toilBudgetPercent !== undefined) {
    list.push(...rangeFault(toilBudgetPercent, 0, 100, 'A toil budget', ['input', 'toilBudgetPercent']));
  }
  if (locale !== null && locale !== undefined && !isLocale(locale)) {
    list.push(
      new Refusal('INVALID_INPUT', 'A locale is a language tag such as en or ko-KR.', ['input', 'locale']),
    );
  }
  if (settings !== null && settings !== undefined) list.push(...settingsFaults(settings));
  return list;
}

function settingsFaults(settings: unknown): Refusal[] {
  const read = settingsSchema.safeParse(settings);
  if (read.success) return [];
  return read.error.issues.map(
    (issue) => new Refusal('INVALID_INPUT', issue.message, ['input', 'settings', ...issue.path.map(String)]),
  );
}

function isLocale(text: string): boolean {
  try {
    return text.length > 1 && text.length <= 35 && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** The refusal of a zone that nobody knows. */
export const unknownZone = (zone: string, path: string[]): Refusal =>
  new Refusal(
    'INVALID_INPUT',
    `"${zone.slice(0, 64)}" is no time zone. Use an IANA name such as Asia/Seoul.`,
    path,
  );
