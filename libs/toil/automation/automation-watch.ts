import { Injectable } from '@nestjs/common';
import { Alerts, ratioPercent, type Tx } from '#platform';
import { hasOpenAlert } from '../incident/open-alert.js';
import { addDays } from '../time/zone.rules.js';
import { Automation } from './automation.entity.js';
import { Rational } from './rational.rules.js';
import { SavingsBooks } from './savings-books.js';

/** What is realised of what is claimed should not be less than this. */
const LEAST_RATIO = Rational.of(7, 10);
const WEEKS = 4;

/** Notices automations that claim more than they save. */
@Injectable()
export class AutomationWatch {
  constructor(
    private readonly books: SavingsBooks,
    private readonly alerts: Alerts,
  ) {}

  /** Looks at the four weeks before the day after `at`. Running it again adds nothing. */
  async evaluateAll(tx: Tx, at: string): Promise<void> {
    const to = addDays(at, 1);
    for (const automation of await tx.find(Automation, { order: { key: 'ASC' } })) {
      await this.evaluate(tx, automation, addDays(to, -7 * WEEKS), to);
    }
  }

  private async evaluate(tx: Tx, automation: Automation, from: string, to: string): Promise<void> {
    const kind = 'automation.realised';
    const { ratio } = await this.books.savings(tx, automation, from, to);
    if (!ratio || ratio.compare(LEAST_RATIO) >= 0) return this.alerts.resolve(tx, kind, automation.key);
    if (await hasOpenAlert(tx, kind, automation.key)) return;
    const percent = ratioPercent(ratio.numerator, ratio.denominator);
    const title = `${automation.key} saves only ${percent} % of what it claims: people still do the task by hand`;
    const { serviceId } = automation;
    await this.alerts.raise(tx, {
      kind,
      subject: automation.key,
      title,
      severity: 'INFO',
      serviceId,
      detail: { from, to },
    });
  }
}
