import type { DeploymentSettings } from '../pipeline/pipeline-settings.rules.js';

export const DEPLOYMENT_STATES = [
  'STAGED',
  'SMOKE',
  'SHADOW',
  'CANARY',
  'LIVE',
  'STANDBY',
  'RETIRED',
  'ROLLED_BACK',
  'FAILED',
] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

/** A state with the canary share that belongs to it. */
export interface Stage {
  state: 'SHADOW' | 'CANARY' | 'LIVE';
  canaryPercent: number | null;
}

/** Agreement with the live model below which a shadow waits for a person. */
export const MIN_AGREEMENT = 0.6;
/** Requests that every share of a canary answers before it moves on. */
export const CANARY_REQUESTS = 50;

const live: Stage = { state: 'LIVE', canaryPercent: null };

/** The stages still ahead of a version that has passed its smoke test. The first model of a pipeline has nobody to shadow. */
export function stagesAhead(settings: DeploymentSettings, hasLive: boolean): Stage[] {
  if (!hasLive) return [live];
  const shadows = settings.shadowRequests > 0 && settings.shadowHours > 0;
  return [
    ...(shadows ? [{ state: 'SHADOW' as const, canaryPercent: null }] : []),
    ...settings.canaryPercents.map((canaryPercent) => ({ state: 'CANARY' as const, canaryPercent })),
    live,
  ];
}

/** The stage after this one; LIVE when the settings no longer name the current one. */
export function stageAfter(settings: DeploymentSettings, current: Stage): Stage {
  const stages = stagesAhead(settings, true);
  const at = stages.findIndex(
    (stage) => stage.state === current.state && stage.canaryPercent === current.canaryPercent,
  );
  return (at === -1 ? undefined : stages[at + 1]) ?? live;
}

/** What a stage has seen so far. */
export interface Watched {
  requests: number;
  agreed: number;
  hours: number;
}

/**
 * Whether a stage is over: a shadow after its requests or hours, held when it agrees with the live model on less than
 * 60 %; a canary share after 50 requests, or after the shadow's hours (one at least) when few come.
 */
export function judgeStage(
  stage: Stage,
  watched: Watched,
  settings: DeploymentSettings,
): 'WAIT' | 'ADVANCE' | 'HOLD' {
  if (stage.state === 'LIVE') return 'WAIT';
  const { requests, agreed, hours } = watched;
  if (stage.state === 'CANARY') {
    return requests >= CANARY_REQUESTS || hours >= Math.max(1, settings.shadowHours) ? 'ADVANCE' : 'WAIT';
  }
  if (requests < settings.shadowRequests && hours < settings.shadowHours) return 'WAIT';
  return requests > 0 && agreed / requests < MIN_AGREEMENT ? 'HOLD' : 'ADVANCE';
}

/** Whether a person may put a version in that state live. */
export const canPromote = (state: DeploymentState | null): boolean =>
  state !== 'LIVE' && state !== 'ROLLED_BACK' && state !== 'FAILED' && state !== 'SMOKE';
