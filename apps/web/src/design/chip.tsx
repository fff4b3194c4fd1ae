import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Shape, type Tone } from './icon.js';

/** A state as colour, shape and word together. */
export const Chip = ({ tone, tick, children }: { tone: Tone; tick?: boolean; children: ReactNode }) => (
  <span className={`chip ${tone}`}>
    <Shape tone={tone} tick={tick} />
    {children}
  </span>
);

const tones: Record<string, Record<string, [Tone, boolean?]>> = {
  band: { HEALTHY: ['ok'], WATCH: ['watch'], OVER: ['over'], UNKNOWN: ['idle'] },
  run: { QUEUED: ['idle'], RUNNING: ['run'], SUCCEEDED: ['ok', true], FAILED: ['over'], CANCELLED: ['idle'] },
  step: { PENDING: ['idle'], RUNNING: ['run'], SUCCEEDED: ['ok', true], FAILED: ['over'], SKIPPED: ['idle'] },
  queue: {
    OK: ['ok'],
    LOW: ['watch'],
    STARVED: ['over'],
    BLOCKED: ['over'],
    FAILED: ['over'],
    ENDED: ['idle', true],
  },
  pipeline: { ACTIVE: ['ok'], PAUSED: ['idle'], BLOCKED: ['over'] },
  incident: { OPEN: ['over'], ACKNOWLEDGED: ['watch'], RESOLVED: ['ok', true] },
  alert: { OPEN: ['over'], ACKNOWLEDGED: ['watch'], RESOLVED: ['ok', true] },
  alertSeverity: { CRITICAL: ['over'], WARNING: ['watch'], INFO: ['idle'] },
  gate: {
    FIRST: ['ok', true],
    PROMOTE_BETTER: ['ok', true],
    PROMOTE_NOT_WORSE: ['ok', true],
    HOLD: ['watch'],
    REJECT_WORSE: ['over'],
    REJECT_FLOOR: ['over'],
  },
  deployment: {
    STAGED: ['idle'],
    SMOKE: ['run'],
    SHADOW: ['run'],
    CANARY: ['run'],
    LIVE: ['ok', true],
    STANDBY: ['idle'],
    RETIRED: ['idle'],
    ROLLED_BACK: ['watch'],
    FAILED: ['over'],
  },
  verdict: { PASS: ['ok', true], WARN: ['watch'], FAIL: ['over'] },
  severity: { FAIL: ['over'], WARN: ['watch'], INFO: ['idle'] },
  flag: { RECOMMENDED: ['ok', true], DO_NOT_AUTOMATE: ['over'], RARE: ['idle'] },
};

/** The chip of an enum value of the API: kind names the table of tones and the translations `state.<kind>.<value>`. */
export const StateChip = ({ kind, value }: { kind: keyof typeof tones & string; value: string }) => {
  const { t } = useTranslation();
  const [tone, tick] = tones[kind]?.[value] ?? ['idle'];
  return (
    <Chip tone={tone} tick={tick}>
      {t(`state.${kind}.${value}`, { defaultValue: value })}
    </Chip>
  );
};

/** The class of work as a word beside its colour of the week's bars; no judgement. */
export const ClassTag = ({ value }: { value: string }) => {
  const { t } = useTranslation();
  return (
    <span className="class-tag">
      <i className={value.toLowerCase()} />
      {t(`state.workClass.${value}`)}
    </span>
  );
};
