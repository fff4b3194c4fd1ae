import { Injectable } from '@nestjs/common';
import { Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { addDays, dateOf, daysBetween } from '../time/zone.rules.js';
import { SavedCandidate } from './candidate.entity.js';
import { type CandidateInput, candidateFaults } from './candidate.rules.js';
import { ManualWorkRepository } from './manual-work.repository.js';
import { meanOf } from './median.rules.js';
import {
  type Candidate,
  type CandidateFlag,
  type Payback,
  payback,
  rankCandidates,
} from './payback.rules.js';
import { Rational } from './rational.rules.js';

/** One ranked candidate as clients see it. */
export interface RankedCandidate {
  key: string;
  rank: number;
  gainMinutes: string;
  savedHoursPerWeek: string;
  paybackWeeks: string | null;
  breakEvenDate: string | null;
  netHours: string;
  flag: CandidateFlag;
}

const LOG_WEEKS = 52;
const LONGEST_HORIZON = 1040;
/** No calendar of ours goes further. */
const LAST_DATE = '9999-12-31';
const SIXTY = Rational.of(60);

/** Ranks what could be automated by what it would bring. */
@Injectable()
export class CandidateRanking {
  constructor(
    private readonly directory: Directory,
    private readonly manual: ManualWorkRepository,
    private readonly clock: Clock,
  ) {}

  /** The given candidates, or the saved ones, best first; what they leave out is measured from the log. */
  async rank(
    tx: Tx,
    goLive: string,
    horizonWeeks: number,
    given: CandidateInput[] | null,
  ): Promise<RankedCandidate[]> {
    if (horizonWeeks < 1 || horizonWeeks > LONGEST_HORIZON) {
      throw new Refusal('INVALID_INPUT', `horizonWeeks goes from 1 to ${LONGEST_HORIZON}.`, ['horizonWeeks']);
    }
    const inputs = given ?? (await this.saved(tx));
    refuseIfAny(inputs.flatMap((input, index) => candidateFaults(input, ['candidates', String(index)])));
    const candidates: Candidate[] = [];
    for (const [index, input] of inputs.entries()) {
      candidates.push(await this.candidate(tx, input, goLive, ['candidates', String(index)]));
    }
    const ranked = rankCandidates(candidates.map((candidate) => payback(candidate, horizonWeeks)));
    return ranked.map((result, index) => shown(result, index + 1, goLive));
  }

  private async saved(tx: Tx): Promise<CandidateInput[]> {
    return (await tx.find(SavedCandidate, { order: { key: 'ASC' } })).map(
      (row) => row.estimate as CandidateInput,
    );
  }

  private async candidate(tx: Tx, input: CandidateInput, goLive: string, path: string[]): Promise<Candidate> {
    const stated = input.occurrences ?? null;
    const needsLog = stated === null || !input.handsOnMinutes;
    const log = needsLog ? await this.measured(tx, input, goLive, path) : null;
    const n = (text: string | null | undefined, fallback = '0') => Rational.parse(text ?? fallback);
    return {
      key: input.key,
      occurrencesPerWeek:
        stated === null ? (log?.perWeek ?? Rational.of(0)) : Rational.of(stated, input.overWeeks ?? 1),
      handsOnMinutes: input.handsOnMinutes ? n(input.handsOnMinutes) : (log?.meanMinutes ?? Rational.of(0)),
      contextSwitchMinutes: n(input.contextSwitchMinutes),
      coverableShare: n(input.coverableShare),
      attendedMinutes: n(input.attendedMinutes),
      failureShare: n(input.failureShare),
      buildHours: n(input.buildHours),
      maintenanceHoursPerWeek: n(input.maintenanceHoursPerWeek),
    };
  }

  // The weeks before going live (or before tomorrow, whichever is earlier); a younger log counts from its first day on.
  private async measured(tx: Tx, input: CandidateInput, goLive: string, path: string[]) {
    if (!input.taskType) {
      const message = 'Give occurrences and handsOnMinutes, or a taskType to measure them from the log.';
      throw new Refusal('INVALID_INPUT', message, [...path, 'taskType']);
    }
    const taskType = await this.directory.taskType(tx, input.taskType, [...path, 'taskType']);
    const { reportingZone: zone } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const tomorrow = addDays(dateOf(this.clock.now().getTime(), zone), 1);
    const to = goLive < tomorrow ? goLive : tomorrow;
    const asked = addDays(to, -7 * (input.overWeeks ?? LOG_WEEKS));
    const begin = input.overWeeks ? asked : ((await this.manual.logBegin(tx, asked, zone)) ?? asked);
    const from = begin < to ? begin : asked;
    const found = await this.manual.occurrences(tx, {
      taskTypeId: taskType.id,
      serviceId: null,
      from,
      to,
      zone,
    });
    const days = Math.max(7, daysBetween(from, to));
    return {
      perWeek: Rational.of(found.length * 7, days),
      meanMinutes: meanOf(found.map(({ seconds }) => seconds))?.over(SIXTY) ?? null,
    };
  }
}

function shown(result: Payback, rank: number, goLive: string): RankedCandidate {
  return {
    key: result.key,
    rank,
    gainMinutes: result.gainMinutes.toDecimal(),
    savedHoursPerWeek: result.savedHoursPerWeek.toDecimal(),
    paybackWeeks: result.paybackWeeks?.toDecimal() ?? null,
    breakEvenDate: result.breakEvenDays === null ? null : dateAfter(goLive, result.breakEvenDays),
    netHours: result.netHours.toDecimal(),
    flag: result.flag,
  };
}

function dateAfter(goLive: string, days: bigint): string | null {
  return days <= BigInt(daysBetween(goLive, LAST_DATE)) ? addDays(goLive, Number(days)) : null;
}
