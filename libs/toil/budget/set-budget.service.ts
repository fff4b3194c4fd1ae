import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { Directory } from '../directory/directory.js';
import { rangeFault } from '../organization/input.rules.js';
import { ToilBudget } from './budget.entity.js';
import { highestReachableBurn } from './burn.rules.js';

/** A budget as somebody sets it; service is a key. */
export interface SetBudgetInput {
  service: string;
  budgetPercent: string;
  periodWorkingDays?: number | null;
  from?: string | null;
  fastBurn?: string | null;
  slowBurn?: string | null;
}

export const DEFAULT_BUDGET = { periodWorkingDays: 20, fastBurn: '1.6', slowBurn: '1.1' };

const LONGEST_PERIOD = 260;
const HIGHEST_BURN = 1000;

/** Sets what a service may spend on toil. */
@Injectable()
export class SetBudget {
  constructor(
    private readonly directory: Directory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Replaces the service's budget. A threshold that no week without overtime could reach is refused. */
  async set(tx: Tx, caller: Caller, input: SetBudgetInput): Promise<{ duplicate: boolean }> {
    const terms = {
      budgetPercent: input.budgetPercent,
      periodWorkingDays: input.periodWorkingDays ?? DEFAULT_BUDGET.periodWorkingDays,
      fromDate: input.from ?? null,
      fastBurn: input.fastBurn ?? DEFAULT_BUDGET.fastBurn,
      slowBurn: input.slowBurn ?? DEFAULT_BUDGET.slowBurn,
    };
    refuseIfAny(rangeFaults(terms));
    refuseIfAny(unreachable(terms));
    const { id: serviceId } = await this.directory.service(tx, input.service, ['input', 'service']);
    const before = await tx.findOneBy(ToilBudget, { serviceId });
    if (before && sameTerms(before, terms)) return { duplicate: true };
    await tx.upsert(ToilBudget, { serviceId, ...terms, setAt: this.clock.now() }, ['serviceId']);
    await this.audit.record(tx, caller, 'budget.set', serviceId, before, terms);
    return { duplicate: false };
  }
}

type Terms = Omit<ToilBudget, 'serviceId' | 'setAt'>;

function rangeFaults(terms: Terms): Refusal[] {
  const { budgetPercent, periodWorkingDays, fastBurn, slowBurn } = terms;
  const faults = [
    ...rangeFault(budgetPercent, 0, 100, 'budgetPercent', ['input', 'budgetPercent']),
    ...rangeFault(fastBurn, 0, HIGHEST_BURN, 'fastBurn', ['input', 'fastBurn']),
    ...rangeFault(slowBurn, 0, HIGHEST_BURN, 'slowBurn', ['input', 'slowBurn']),
  ];
  if (periodWorkingDays < 1 || periodWorkingDays > LONGEST_PERIOD) {
    const message = `periodWorkingDays goes from 1 to ${LONGEST_PERIOD} (20 are four weeks, 65 are thirteen).`;
    faults.push(new Refusal('INVALID_INPUT', message, ['input', 'periodWorkingDays']));
  }
  if (faults.length > 0) return faults;
  for (const name of ['budgetPercent', 'fastBurn', 'slowBurn'] as const) {
    if (Rational.parse(terms[name]).isPositive) continue;
    faults.push(new Refusal('INVALID_INPUT', `${name} must be above 0.`, ['input', name]));
  }
  return faults;
}

function unreachable(terms: Terms): Refusal[] {
  const highest = highestReachableBurn(Rational.parse(terms.budgetPercent).over(Rational.of(100)));
  return (['fastBurn', 'slowBurn'] as const)
    .filter((name) => Rational.parse(terms[name]).compare(highest) > 0)
    .map((name) => {
      const message = `With a budget of ${terms.budgetPercent} %, burn never passes ${highest.toDecimal(2)} without overtime: a threshold of ${terms[name]} would never fire.`;
      return new Refusal('UNREACHABLE_THRESHOLD', message, ['input', name], { maximum: highest.toDecimal() });
    });
}

function sameTerms(before: ToilBudget, terms: Terms): boolean {
  const equal = (a: string, b: string) => Rational.parse(a).compare(Rational.parse(b)) === 0;
  return (
    equal(before.budgetPercent, terms.budgetPercent) &&
    equal(before.fastBurn, terms.fastBurn) &&
    equal(before.slowBurn, terms.slowBurn) &&
    before.periodWorkingDays === terms.periodWorkingDays &&
    before.fromDate === terms.fromDate
  );
}
