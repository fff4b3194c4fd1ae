import { z } from 'zod';
import { parseUnits } from '#platform';
import { DEFAULT_STALE_POLICY, type StalePolicy } from '../incident/stale.rules.js';
import { ATTRIBUTIONS, type Attribution } from '../report/interval.js';
import { DEFAULT_THRESHOLDS, type ToilThresholds } from '../report/threshold.rules.js';
import { type BandHours, DEFAULT_BAND_HOURS } from '../time/band.rules.js';
import { type ClassPolicy, DEFAULT_CLASS_POLICY } from '../work/classification.rules.js';
import type { Organization } from './organization.entity.js';

const percent = z.number().min(0).max(100);
const weight = z.int().min(0).max(100);
const hour = z.int().min(0).max(24);

/** What a failed deployment may become: nothing, a draft of who deployed, an incident until a later one succeeds. */
const FAILED_DEPLOYMENTS = ['NONE', 'DRAFT', 'INCIDENT'] as const;
export type FailedDeployment = (typeof FAILED_DEPLOYMENTS)[number];

/** What the organisation may set beside its named fields; unknown names are refused. */
export const settingsSchema = z.strictObject({
  weights: z
    .strictObject({
      manual: weight,
      repetitive: weight,
      automatable: weight,
      tactical: weight,
      noEnduringValue: weight,
      scalesLinearly: weight,
    })
    .partial()
    .optional(),
  toilScorePercent: percent.optional(),
  repetitiveFrom: z.int().min(1).max(100).optional(),
  repetitiveWithinDays: z.int().min(1).max(3660).optional(),
  overheadTaskTypes: z.array(z.string().max(63)).max(200).optional(),
  watchPercent: percent.optional(),
  highCoveragePercent: percent.optional(),
  mediumCoveragePercent: percent.optional(),
  surveyWeeks: z.int().min(1).max(520).optional(),
  policyWeeks: z.int().min(1).max(104).optional(),
  lowResponsePercent: percent.optional(),
  workDays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  businessFromHour: hour.optional(),
  businessToHour: hour.optional(),
  nightFromHour: hour.optional(),
  weekendNightsAreOff: z.boolean().optional(),
  attribution: z.enum(ATTRIBUTIONS).optional(),
  failedDeployment: z.enum(FAILED_DEPLOYMENTS).optional(),
  staleAfterHours: z.int().min(1).max(8760).optional(),
  capHours: z.int().min(0).max(8760).optional(),
});
export type StoredSettings = z.infer<typeof settingsSchema>;

/** The settings in force: what is stored over the defaults. */
export interface ToilSettings {
  classes: ClassPolicy;
  thresholds: ToilThresholds;
  bandHours: BandHours;
  /** ISO weekdays worked, 1 = Monday. */
  workDays: number[];
  /** Whose a slice of time is that several services claim, where a report does not say. */
  attribution: Attribution;
  incidents: StalePolicy;
  /** What a failed deployment becomes. */
  failedDeployment: FailedDeployment;
}

/** Monday to Friday. */
export const DEFAULT_WORK_DAYS = [1, 2, 3, 4, 5];

/** The settings of an organisation, defaults filled in. */
export function settingsOf(organization: Pick<Organization, 'settings' | 'toilBudgetPercent'>): ToilSettings {
  const stored = organization.settings as StoredSettings;
  return {
    classes: {
      weights: { ...DEFAULT_CLASS_POLICY.weights, ...stored.weights },
      scoreAtLeastHundredths: stored.toilScorePercent ?? DEFAULT_CLASS_POLICY.scoreAtLeastHundredths,
      repetitiveFrom: stored.repetitiveFrom ?? DEFAULT_CLASS_POLICY.repetitiveFrom,
      windowDays: stored.repetitiveWithinDays ?? DEFAULT_CLASS_POLICY.windowDays,
      overheadKeys: stored.overheadTaskTypes ?? DEFAULT_CLASS_POLICY.overheadKeys,
    },
    thresholds: {
      ...DEFAULT_THRESHOLDS,
      watchPercent: stored.watchPercent ?? DEFAULT_THRESHOLDS.watchPercent,
      budgetPartsPerMillion: Number(parseUnits(organization.toilBudgetPercent, 4)),
      highCoveragePercent: stored.highCoveragePercent ?? DEFAULT_THRESHOLDS.highCoveragePercent,
      mediumCoveragePercent: stored.mediumCoveragePercent ?? DEFAULT_THRESHOLDS.mediumCoveragePercent,
      surveyWeeks: stored.surveyWeeks ?? DEFAULT_THRESHOLDS.surveyWeeks,
      policyWeeks: stored.policyWeeks ?? DEFAULT_THRESHOLDS.policyWeeks,
      lowResponsePercent: stored.lowResponsePercent ?? DEFAULT_THRESHOLDS.lowResponsePercent,
    },
    bandHours: {
      businessFrom: stored.businessFromHour ?? DEFAULT_BAND_HOURS.businessFrom,
      businessTo: stored.businessToHour ?? DEFAULT_BAND_HOURS.businessTo,
      nightFrom: stored.nightFromHour ?? DEFAULT_BAND_HOURS.nightFrom,
      weekendNightsAreOff: stored.weekendNightsAreOff ?? DEFAULT_BAND_HOURS.weekendNightsAreOff,
    },
    workDays: stored.workDays ?? DEFAULT_WORK_DAYS,
    attribution: stored.attribution ?? 'EQUAL_SPLIT',
    failedDeployment: stored.failedDeployment ?? 'DRAFT',
    incidents: {
      staleAfterHours: stored.staleAfterHours ?? DEFAULT_STALE_POLICY.staleAfterHours,
      capHours: stored.capHours ?? DEFAULT_STALE_POLICY.capHours,
    },
  };
}
