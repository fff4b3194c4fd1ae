import { Refusal } from '#platform';
import { GATE_DEFAULTS, type GateSettings } from '../gate/gate-case.rules.js';
import { TRIGGER_DEFAULTS, type TriggerSettings } from '../trigger/trigger-policy.rules.js';
import {
  DEPLOYMENT_DEFAULTS,
  type DeploymentSettings,
  TRAINING_DEFAULTS,
  type TrainingSettings,
} from './pipeline-settings.rules.js';

/** What a caller states about a pipeline; what is left out takes the defaults. */
export interface PipelineInput {
  key: string;
  training?: Partial<TrainingSettings> | null;
  trigger?: Partial<TriggerSettings> | null;
  gate?: Partial<GateSettings> | null;
  deployment?: Partial<DeploymentSettings> | null;
}

/** The settings in full. */
export interface PipelineSettings {
  training: TrainingSettings;
  trigger: TriggerSettings;
  gate: GateSettings;
  deployment: DeploymentSettings;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Fills the defaults in; an explicit null equals leaving the field out. */
export function settingsOf(input: Omit<PipelineInput, 'key'>): PipelineSettings {
  return {
    training: { ...TRAINING_DEFAULTS, ...stated(input.training) },
    trigger: { ...TRIGGER_DEFAULTS, ...stated(input.trigger) },
    gate: { ...GATE_DEFAULTS, ...stated(input.gate) },
    deployment: { ...DEPLOYMENT_DEFAULTS, ...stated(input.deployment) },
  };
}

function stated<T extends object>(part: Partial<T> | null | undefined): Partial<T> {
  const entries = Object.entries(part ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

type Check = [holds: boolean, path: string[], needs: string];

/** Every setting that cannot work, all at once, each with its path below `input`. */
export function settingFaults(key: string, settings: PipelineSettings): Refusal[] {
  const checks: Check[] = [
    [KEY.test(key), ['key'], 'must match ^[a-z0-9][a-z0-9-]{0,62}$'],
    ...trainingChecks(settings.training),
    ...triggerChecks(settings.trigger),
    ...gateChecks(settings.gate),
    ...deploymentChecks(settings.deployment),
  ];
  return checks
    .filter(([holds]) => !holds)
    .map(([, path, needs]) => new Refusal('INVALID_INPUT', `${path.at(-1)} ${needs}.`, ['input', ...path]));
}

/** The faults of gate settings alone, for callers that judge given counts. */
export const gateFaults = (gate: GateSettings): string[] =>
  gateChecks(gate)
    .filter(([holds]) => !holds)
    .map(([, path, needs]) => `${path.join('.')} ${needs}`);

/** The faults of trigger settings alone, for the simulation. */
export const triggerFaults = (trigger: TriggerSettings): string[] =>
  triggerChecks(trigger)
    .filter(([holds]) => !holds)
    .map(([, path, needs]) => `${path.join('.')} ${needs}`);

const between = (value: number, low: number, high: number): boolean => value >= low && value <= high;
const percent = (text: string): boolean => between(Number(text), 0, 100);

const trainingChecks = (t: TrainingSettings): Check[] => [
  [between(t.batchSize, 1, 4096), ['training', 'batchSize'], 'must lie between 1 and 4096'],
  [between(t.steps, 1, 1_000_000), ['training', 'steps'], 'must lie between 1 and 1,000,000'],
  // Below these single precision has nothing left: weights would stand still, or activations overflow.
  [between(t.learningRate, 1e-9, 1), ['training', 'learningRate'], 'must lie between 0.000000001 and 1'],
  [between(t.keepProb, 0.01, 1), ['training', 'keepProb'], 'must lie between 0.01 and 1'],
  [between(t.seed, 0, 2_147_483_647), ['training', 'seed'], 'must lie between 0 and 2,147,483,647'],
  [
    between(t.checkpointEverySteps, 1, 1_000_000),
    ['training', 'checkpointEverySteps'],
    'must lie between 1 and 1,000,000',
  ],
  ...augmentationChecks(t),
  ...earlyStopChecks(t),
];

// Two numbers, low and high.
const range = (value: readonly number[] | undefined, low: number, high: number): boolean =>
  value === undefined ||
  (value.length === 2 && between(value[0]!, low, high) && between(value[1]!, value[0]!, high));
const most = (value: number | undefined, high: number): boolean =>
  value === undefined || between(value, 0, high);

function augmentationChecks({ augment, augmentation: ranges }: TrainingSettings): Check[] {
  if (ranges === undefined) return [];
  const path = (name: string) => ['training', 'augmentation', name];
  const factors = (low: string, high: string) => `must be [low, high], each between ${low} and ${high}`;
  return [
    [augment, ['training', 'augmentation'], 'needs augment: true'],
    [most(ranges.brightness, 1), path('brightness'), 'must lie between 0 and 1'],
    [range(ranges.contrast, 0, 10), path('contrast'), factors('0', '10')],
    [most(ranges.hue, 0.5), path('hue'), 'must lie between 0 and 0.5 (turns)'],
    [range(ranges.saturation, 0, 10), path('saturation'), factors('0', '10')],
    [most(ranges.shift, 48), path('shift'), 'must lie between 0 and 48 (pixels)'],
    [range(ranges.zoom, 0.5, 2), path('zoom'), factors('0.5', '2')],
    [most(ranges.rotate, 180), path('rotate'), 'must lie between 0 and 180 (degrees)'],
  ];
}

function earlyStopChecks({ earlyStop: stop }: TrainingSettings): Check[] {
  if (stop === undefined) return [];
  const path = (name: string) => ['training', 'earlyStop', name];
  return [
    [between(stop.patience, 1, 1000), path('patience'), 'must lie between 1 and 1000'],
    [between(stop.minDelta, 0, 100), path('minDelta'), 'must lie between 0 and 100'],
    [stop.smoothing >= 0 && stop.smoothing < 1, path('smoothing'), 'must be at least 0 and below 1'],
  ];
}

const YEAR = 31_536_000;
const COUNT = 'must lie between 1 and 1,000,000,000';

const triggerChecks = (t: TriggerSettings): Check[] => [
  [between(t.minNew, 1, 1_000_000_000), ['trigger', 'minNew'], COUNT],
  [between(t.minNewPerClass, 1, 1_000_000_000), ['trigger', 'minNewPerClass'], COUNT],
  [between(t.debounceSeconds, 0, YEAR), ['trigger', 'debounceSeconds'], 'must lie between 0 and a year'],
  [between(t.maxWaitSeconds, 0, YEAR), ['trigger', 'maxWaitSeconds'], 'must lie between 0 and a year'],
  [between(t.cooldownSeconds, 0, YEAR), ['trigger', 'cooldownSeconds'], 'must lie between 0 and a year'],
];

const gateChecks = (g: GateSettings): Check[] => [
  [percent(g.floorPercent), ['gate', 'floorPercent'], 'must lie between 0 and 100'],
  [percent(g.minClassRecallPercent), ['gate', 'minClassRecallPercent'], 'must lie between 0 and 100'],
  [percent(g.baselineTolerancePercent), ['gate', 'baselineTolerancePercent'], 'must lie between 0 and 100'],
  [Number(g.alpha) > 0 && Number(g.alpha) < 1, ['gate', 'alpha'], 'must lie between 0 and 1, both excluded'],
  [percent(g.marginPercent), ['gate', 'marginPercent'], 'must lie between 0 and 100'],
];

function deploymentChecks(d: DeploymentSettings): Check[] {
  const rising = d.canaryPercents.every((share, i) => i === 0 || share > (d.canaryPercents[i - 1] ?? 0));
  const shares = d.canaryPercents.length <= 20 && d.canaryPercents.every((share) => between(share, 1, 100));
  return [
    [
      between(d.shadowRequests, 0, 1_000_000_000),
      ['deployment', 'shadowRequests'],
      'must lie between 0 and 1,000,000,000',
    ],
    [between(d.shadowHours, 0, 8760), ['deployment', 'shadowHours'], 'must lie between 0 and 8760'],
    [
      rising && shares,
      ['deployment', 'canaryPercents'],
      'must rise from 1 to at most 100, in at most 20 steps',
    ],
    [
      d.rejectBelow === null || between(Number(d.rejectBelow), 0, 1),
      ['deployment', 'rejectBelow'],
      'must lie between 0 and 1',
    ],
    [
      !d.githubRepository || /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(d.githubRepository),
      ['deployment', 'githubRepository'],
      'must be owner/name',
    ],
  ];
}
