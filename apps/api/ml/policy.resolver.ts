import { Args, Field, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { gateFaults, judgeGate, settingsOf, simulateTrigger, triggerFaults } from '#ml';
import { decimal, percent } from '#platform';
import { badInput } from '../graphql/api-error.js';
import { DecimalScalar } from '../graphql/scalars.js';
import { GateOutcomeEnum } from './model.type.js';
import { GateInput, TriggerInput } from './pipeline.input.js';

@InputType()
export class JudgeGateInput {
  @Field(() => Int)
  n: number;

  @Field(() => Int)
  candidateRight: number;

  @Field(() => Int, { nullable: true, description: 'Left out with championOnlyRight: there is no champion.' })
  candidateOnlyRight?: number | null;

  @Field(() => Int, { nullable: true })
  championOnlyRight?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: 1 })
  looks?: number;

  @Field(() => Boolean, { nullable: true, defaultValue: false })
  newData?: boolean;

  @Field(() => GateInput, { nullable: true })
  gate?: GateInput | null;
}

@ObjectType()
export class GateVerdict {
  @Field(() => GateOutcomeEnum)
  outcome: string;

  @Field(() => DecimalScalar, { nullable: true })
  pValue: string | null;

  @Field(() => DecimalScalar)
  alpha: string;

  @Field(() => DecimalScalar)
  wilsonLowPercent: string;

  @Field(() => DecimalScalar)
  wilsonHighPercent: string;

  @Field(() => DecimalScalar, { nullable: true })
  lossBoundPercent: string | null;

  @Field(() => String, { nullable: true })
  advice: string | null;

  @Field(() => [String])
  reasons: string[];
}

@InputType()
export class ArrivalInput {
  @Field(() => Int)
  atSeconds: number;

  @Field(() => Int)
  pictures: number;
}

@InputType({
  description:
    'Arrivals in seconds from 0 with the number of accepted pictures (spread evenly over `classes`); runs last runSeconds and succeed.',
})
export class SimulateTriggerInput {
  @Field(() => TriggerInput, { nullable: true })
  trigger?: TriggerInput | null;

  @Field(() => [ArrivalInput])
  arrivals: ArrivalInput[];

  @Field(() => Int)
  classes: number;

  @Field(() => Int)
  runSeconds: number;

  @Field(() => Int)
  untilSeconds: number;
}

@ObjectType()
export class TriggerFiring {
  @Field(() => Int)
  atSeconds: number;

  @Field(() => Int)
  pictures: number;
}

const LARGEST_N = 10_000_000;
const MOST_ARRIVALS = 10_000;
const MOST_CLASSES = 100_000;
/** What an Int of the answer holds. */
const MOST_PICTURES = 2 ** 31 - 1;

/** The policies of gate and trigger on given numbers. */
@Resolver()
export class PolicyResolver {
  @Query(() => GateVerdict, {
    description: "The gate's arithmetic on given counts: what would be decided, and what is missing.",
  })
  judgeGate(@Args('input') input: JudgeGateInput): GateVerdict {
    const { gate } = settingsOf({ gate: input.gate });
    const judged = judgeGate(countsOf(input, gateFaults(gate)), gate);
    return {
      outcome: judged.outcome,
      pValue: judged.pValue === null ? null : decimal(judged.pValue),
      alpha: decimal(judged.alpha),
      wilsonLowPercent: percent(100 * judged.wilson.low),
      wilsonHighPercent: percent(100 * judged.wilson.high),
      lossBoundPercent: judged.lossBound === null ? null : percent(100 * judged.lossBound),
      advice: judged.advice,
      reasons: judged.reasons,
    };
  }

  @Query(() => [TriggerFiring])
  simulateTrigger(@Args('input') input: SimulateTriggerInput): TriggerFiring[] {
    const { trigger } = settingsOf({ trigger: input.trigger });
    const { arrivals, classes, runSeconds, untilSeconds } = input;
    const faults = triggerFaults(trigger);
    const need = (holds: boolean, fault: string): void => {
      if (!holds) faults.push(fault);
    };
    need(trigger.schedule === null, 'trigger.schedule: a simulation starts at no date; leave it out');
    need(classes >= 1 && classes <= MOST_CLASSES, `classes must lie between 1 and ${MOST_CLASSES}`);
    need(runSeconds >= 0, 'runSeconds must not be negative');
    need(untilSeconds >= 0, 'untilSeconds must not be negative');
    need(arrivals.length <= MOST_ARRIVALS, `at most ${MOST_ARRIVALS} arrivals`);
    need(
      arrivals.every(({ atSeconds, pictures }) => atSeconds >= 0 && pictures >= 0),
      'arrivals: atSeconds and pictures must not be negative',
    );
    need(
      arrivals.reduce((sum, { pictures }) => sum + pictures, 0) <= MOST_PICTURES,
      `arrivals: at most ${MOST_PICTURES} pictures in all`,
    );
    if (faults.length > 0) throw badInput(`${faults.join('; ')}.`);
    return simulateTrigger(trigger, arrivals, classes, runSeconds, untilSeconds);
  }
}

function countsOf(input: JudgeGateInput, faults: string[]) {
  const { n, candidateRight } = input;
  const looks = input.looks ?? 1;
  const b = input.candidateOnlyRight ?? null;
  const c = input.championOnlyRight ?? null;
  const need = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  need(n >= 1 && n <= LARGEST_N, `n must lie between 1 and ${LARGEST_N}`);
  need(candidateRight >= 0 && candidateRight <= n, 'candidateRight must lie between 0 and n');
  need((b === null) === (c === null), 'give candidateOnlyRight and championOnlyRight together, or neither');
  need(
    b === null || (b >= 0 && b <= candidateRight),
    'candidateOnlyRight must lie between 0 and candidateRight',
  );
  need(
    c === null || (c >= 0 && c <= n - candidateRight),
    'championOnlyRight must lie between 0 and n - candidateRight',
  );
  need(looks >= 1, 'looks must be at least 1');
  if (faults.length > 0) throw badInput(`${faults.join('; ')}.`);
  return {
    n,
    candidateRight,
    paired: b === null || c === null ? null : { candidateOnly: b, championOnly: c },
    looks,
    newData: input.newData ?? false,
  };
}
