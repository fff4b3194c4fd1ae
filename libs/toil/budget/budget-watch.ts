import { Injectable } from '@nestjs/common';
import { Alerts, Refusal, ratioPercent, type Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { Directory } from '../directory/directory.js';
import { hasOpenAlert } from '../incident/open-alert.js';
import { Service } from '../service/service.entity.js';
import { type BudgetBook, BudgetLedger } from './budget-ledger.js';
import {
  BURN_RULES,
  type BudgetPeriod,
  type BudgetState,
  type BurnRule,
  burnState,
  staysOpen,
} from './burn.rules.js';

/** A budget's state as clients see it; decimals half-up. */
export interface BudgetStatus {
  serviceId: string;
  budgetPercent: string;
  budgetSeconds: number;
  spentSeconds: number;
  period: BudgetPeriod | null;
  consumedPercent: string | null;
  burn1d: string | null;
  burn5d: string | null;
  burn20d: string | null;
  daysLeft: string | null;
  openRules: BurnRule[];
  notifying: BurnRule | null;
  unknown: boolean;
}

type Judged = Pick<Service, 'id' | 'key' | 'name' | 'archivedAt'>;

const MOST_AT_ONCE = 100;
const SEVERITY = { EXHAUSTED: 'WARNING', FAST: 'WARNING', SLOW: 'INFO' } as const;

/** The kind of the alert that a rule opens. */
export const budgetAlertKind = (rule: BurnRule): string => `budget.${rule.toLowerCase()}`;

/** Tells how budgets stand, and raises alerts where they burn. */
@Injectable()
export class BudgetWatch {
  constructor(
    private readonly ledger: BudgetLedger,
    private readonly directory: Directory,
    private readonly alerts: Alerts,
  ) {}

  /** The state at the close of that day; changes nothing. service is a key. */
  async status(tx: Tx, service: string, at: string): Promise<BudgetStatus> {
    const { id } = await this.directory.service(tx, service, ['service']);
    return statusOf(id, await this.ledger.book(tx, id, at), at);
  }

  /** The same for several services, in their order; a service that is named twice answers once. */
  async statuses(tx: Tx, services: readonly string[], at: string): Promise<BudgetStatus[]> {
    if (services.length > MOST_AT_ONCE)
      throw new Refusal('INVALID_INPUT', `At most ${MOST_AT_ONCE} services at once.`, ['services']);
    const ids = (await this.directory.services(tx, services, ['services'])).map(({ id }) => id);
    const books = await this.ledger.books(tx, ids, at);
    return books.map((book, place) => statusOf(ids[place]!, book, at));
  }

  /**
   * Evaluates one service at the close of a day. The worst rule that holds opens its alert, once; the others stay
   * silent. An open alert is resolved when its short window is under the threshold. Running it again adds nothing.
   * A service that was archived or merged has no budget any more: nobody could act on its alerts.
   */
  async evaluate(tx: Tx, service: Judged, at: string): Promise<void> {
    if (service.archivedAt !== null) await this.calm(tx, service);
    else await this.judge(tx, service, await this.ledger.book(tx, service.id, at), at);
  }

  /** Evaluates all services. */
  async evaluateAll(tx: Tx, at: string): Promise<void> {
    const services = await tx.find(Service, { order: { key: 'ASC' } });
    const inUse = services.filter(({ archivedAt }) => archivedAt === null);
    const ids = inUse.map(({ id }) => id);
    const books = await this.ledger.books(tx, ids, at);
    for (const [place, service] of inUse.entries()) await this.judge(tx, service, books[place]!, at);
    for (const service of services) if (service.archivedAt !== null) await this.calm(tx, service);
  }

  private async calm(tx: Tx, { key }: Judged): Promise<void> {
    for (const kind of BURN_RULES.map(budgetAlertKind))
      if (await hasOpenAlert(tx, kind, key)) await this.alerts.resolve(tx, kind, key);
  }

  private async judge(tx: Tx, service: Judged, { days, terms }: BudgetBook, at: string): Promise<void> {
    const state = burnState(days, at, terms);
    for (const rule of BURN_RULES) {
      const kind = budgetAlertKind(rule);
      const open = await hasOpenAlert(tx, kind, service.key);
      if (open && !staysOpen(rule, state, terms)) await this.alerts.resolve(tx, kind, service.key);
      if (!open && state.notifying === rule) {
        await this.alerts.raise(tx, {
          kind,
          subject: service.key,
          title: titleOf(rule, service.name, state),
          severity: SEVERITY[rule],
          serviceId: service.id,
          detail: { at, rule, ...shown(state) },
        });
      }
    }
  }
}

function statusOf(serviceId: string, { days, terms }: BudgetBook, at: string): BudgetStatus {
  return { serviceId, budgetPercent: percentOf(terms.share), ...shown(burnState(days, at, terms)) };
}

function shown(state: BudgetState): Omit<BudgetStatus, 'serviceId' | 'budgetPercent'> {
  return {
    budgetSeconds: wholeSeconds(state.allowanceSeconds),
    spentSeconds: wholeSeconds(state.spentSeconds),
    period: state.period,
    consumedPercent: state.consumed && percentOf(state.consumed),
    burn1d: state.burn1d?.toDecimal() ?? null,
    burn5d: state.burn5d?.toDecimal() ?? null,
    burn20d: state.burn20d?.toDecimal() ?? null,
    daysLeft: state.daysLeft?.toDecimal() ?? null,
    openRules: state.holding,
    notifying: state.notifying,
    unknown: state.unknown,
  };
}

const wholeSeconds = (seconds: Rational): number => Number(seconds.toDecimal(0));
const percentOf = (ratio: Rational): string => ratioPercent(ratio.numerator, ratio.denominator);

function titleOf(rule: BurnRule, name: string, state: BudgetState): string {
  const consumed = state.consumed ? percentOf(state.consumed) : '?';
  if (rule === 'EXHAUSTED') return `${name}: the toil budget is used up (${consumed} %)`;
  const pace = state.burn5d?.toDecimal(2) ?? '?';
  return `${name}: toil burns ${pace} times as fast as budgeted (${consumed} % used)`;
}
