import { Injectable } from '@nestjs/common';
import { Alerts, ratioPercent, type Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { Directory } from '../directory/directory.js';
import { hasOpenAlert } from '../incident/open-alert.js';
import { Service } from '../service/service.entity.js';
import { BudgetLedger } from './budget-ledger.js';
import { BURN_RULES, type BudgetState, type BurnRule, burnState, staysOpen } from './burn.rules.js';

/** A budget's state as clients see it; decimals half-up. */
export interface BudgetStatus {
  serviceId: string;
  consumedPercent: string | null;
  burn1d: string | null;
  burn5d: string | null;
  burn20d: string | null;
  daysLeft: string | null;
  openRules: BurnRule[];
  notifying: BurnRule | null;
  unknown: boolean;
}

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
    const { days, terms } = await this.ledger.book(tx, id, at);
    return { serviceId: id, ...shown(burnState(days, at, terms)) };
  }

  /**
   * Evaluates one service at the close of a day. The worst rule that holds opens its alert, once; the others stay
   * silent. An open alert is resolved when its short window is under the threshold. Running it again adds nothing.
   */
  async evaluate(tx: Tx, service: Pick<Service, 'id' | 'key' | 'name'>, at: string): Promise<void> {
    const { days, terms } = await this.ledger.book(tx, service.id, at);
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

  /** Evaluates all services. */
  async evaluateAll(tx: Tx, at: string): Promise<void> {
    for (const service of await tx.find(Service, { order: { key: 'ASC' } }))
      await this.evaluate(tx, service, at);
  }
}

function shown(state: BudgetState): Omit<BudgetStatus, 'serviceId'> {
  return {
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

const percentOf = (ratio: Rational): string => ratioPercent(ratio.numerator, ratio.denominator);

function titleOf(rule: BurnRule, name: string, state: BudgetState): string {
  const consumed = state.consumed ? percentOf(state.consumed) : '?';
  if (rule === 'EXHAUSTED') return `${name}: the toil budget is used up (${consumed} %)`;
  const pace = state.burn5d?.toDecimal(2) ?? '?';
  return `${name}: toil burns ${pace} times as fast as budgeted (${consumed} % used)`;
}
