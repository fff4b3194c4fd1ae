/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** dataset: key. */
export type AcceptFindingsInput = {
  dataset: string;
  findings: Array<AcceptedFindingInput>;
  idempotencyKey?: string | null | undefined;
  reason: string;
};

/** pixelShas narrow the finding down to some of its pictures; left out: all. */
export type AcceptedFindingInput = {
  code: string;
  pixelShas?: Array<string> | null | undefined;
  split: Split;
};

export type AlertChannelKind =
  | 'EMAIL'
  | 'GITHUB_ISSUE'
  | 'SLACK'
  | 'WEBHOOK';

export type AlertSeverity =
  | 'CRITICAL'
  | 'INFO'
  | 'WARNING';

export type AlertStatus =
  | 'ACKNOWLEDGED'
  | 'OPEN'
  | 'RESOLVED';

/** Adds deltaSeconds to the live number of the entry's own week, service and class, like a duration-only entry; a snapshot keeps its number. */
export type AmendWorkInput = {
  deltaSeconds: number;
  id: string | number;
  idempotencyKey?: string | null | undefined;
  reason: string;
};

/** dataset: key. */
export type ApplyManifestRepairInput = {
  dataset: string;
  sourceSha256: string;
  split: Split;
};

export type Architecture =
  | 'SEED_3X3'
  | 'SEED_5X5';

/** How far a training picture may be moved; drawn anew for each picture and step. What is left out keeps its default. */
export type AugmentationInput = {
  /** Added to 0..1, up to this much. Default 0.1. */
  brightness?: number | null | undefined;
  /** Factor, [low, high]. Default [0.7, 1.4]. */
  contrast?: Array<number> | null | undefined;
  /** Mirror every second picture. Default true. */
  flip?: boolean | null | undefined;
  /** Turns of the hue, up to this much. Default 0.02. */
  hue?: number | null | undefined;
  /** Degrees to either side, up to so many. Default 6. */
  rotate?: number | null | undefined;
  /** Factor, [low, high]. Default [0.7, 1.4]. */
  saturation?: Array<number> | null | undefined;
  /** Pixels in each direction, up to so many. Default 4. */
  shift?: number | null | undefined;
  /** Factor, [low, high]. Default [0.92, 1.08]. */
  zoom?: Array<number> | null | undefined;
};

/** What a training plans to consume. epochs null = repeats for ever. */
export type BatchPlanInput = {
  allowPartialBatch?: boolean | null | undefined;
  batchSize: number;
  epochs?: number | null | undefined;
  steps?: number | null | undefined;
  usableRows: number;
};

export type BurnRule =
  | 'EXHAUSTED'
  | 'FAST'
  | 'SLOW';

export type CandidateFlag =
  | 'DO_NOT_AUTOMATE'
  | 'RARE'
  | 'RECOMMENDED';

/** Per week, or over overWeeks; measured from the log of the task type when occurrences and minutes are left out. */
export type CandidateInput = {
  attendedMinutes?: string | null | undefined;
  buildHours: string;
  contextSwitchMinutes?: string | null | undefined;
  coverableShare: string;
  failureShare?: string | null | undefined;
  handsOnMinutes?: string | null | undefined;
  key: string;
  maintenanceHoursPerWeek?: string | null | undefined;
  occurrences?: number | null | undefined;
  overWeeks?: number | null | undefined;
  taskType?: string | null | undefined;
};

/** EXACT: reproduced by reading the rows again. LIKELY: by the text and arithmetic alone. */
export type Confidence =
  | 'EXACT'
  | 'LIKELY'
  | 'UNKNOWN';

export type ConfidenceTier =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

/** Named by ids, or all open ones of a person (that end in a week). service, taskType and workClass apply to all of them; what is left out stays as the draft has it. */
export type ConfirmDraftsInput = {
  ids?: Array<string | number> | null | undefined;
  /** Instead of ids: all open drafts of this person. */
  person?: string | null | undefined;
  service?: string | null | undefined;
  taskType?: string | null | undefined;
  /** Of these, the ones that end in the seven days from here. */
  weekStarting?: string | null | undefined;
  workClass?: WorkClass | null | undefined;
};

export type ContributorKind =
  | 'INCIDENT'
  | 'OTHER_WORK'
  | 'TASK_TYPE';

/** The segment that holds `end` ends there, whatever was told before. Refused when time in a locked week would change. */
export type CorrectIncidentEndInput = {
  end: string;
  incident: string | number;
  /** How anybody knows; kept in the trail. */
  reason: string;
  /** The version that was read: a stale one is refused with CONFLICT. */
  version?: number | null | undefined;
};

export type CreateAlertChannelInput = {
  kind: AlertChannelKind;
  kinds?: Array<string> | null | undefined;
  secret?: string | null | undefined;
  target: string;
};

/** role and scopes left out = all that the account may. account: for whom; left out = yourself. */
export type CreateApiTokenInput = {
  account?: string | number | null | undefined;
  expiresAt?: string | null | undefined;
  name: string;
  role?: Role | null | undefined;
  scopes?: Array<TokenScope> | null | undefined;
};

/** zone left out = the organisation's. lead: who may see this person's own row. */
export type CreatePersonInput = {
  idempotencyKey?: string | null | undefined;
  key: string;
  lead?: string | null | undefined;
  name: string;
  weeklyHours?: string | null | undefined;
  zone?: string | null | undefined;
};

/** All thresholds have the defaults of their inputs; what is left out takes them. service and dataset: keys. */
export type CreatePipelineInput = {
  dataset: string;
  deployment?: DeploymentInput | null | undefined;
  gate?: GateInput | null | undefined;
  idempotencyKey?: string | null | undefined;
  key: string;
  service: string;
  training?: TrainingInput | null | undefined;
  trigger?: TriggerInput | null | undefined;
};

export type CreateServiceInput = {
  idempotencyKey?: string | null | undefined;
  key: string;
  name: string;
};

/** A stated or forced class beats score and repetition rule; only a type forced to OVERHEAD beats the class stated on an entry. */
export type DefineTaskTypeInput = {
  criteria?: ToilCriteriaInput | null | undefined;
  forcedClass?: WorkClass | null | undefined;
  idempotencyKey?: string | null | undefined;
  key: string;
  name: string;
  notAutomatedBecause?: NotAutomatedReason | null | undefined;
};

export type DeleteWorkInput = {
  id: string | number;
  version: number;
};

/** The first model of a pipeline goes from SMOKE to LIVE; later ones pass shadow and canary. */
export type DeploymentInput = {
  automatic?: boolean | null | undefined;
  canaryPercents?: Array<number> | null | undefined;
  /** owner/name on GitHub: live versions appear there as releases and deployments. */
  githubRepository?: string | null | undefined;
  rejectBelow?: string | null | undefined;
  shadowHours?: number | null | undefined;
  shadowRequests?: number | null | undefined;
};

export type DeploymentState =
  | 'CANARY'
  | 'FAILED'
  | 'LIVE'
  | 'RETIRED'
  | 'ROLLED_BACK'
  | 'SHADOW'
  | 'SMOKE'
  | 'STAGED'
  | 'STANDBY';

/** errorText: what TensorFlow or this product printed. With a dataset the doctor reads every row again, outside the queue. */
export type DiagnoseQueueInput = {
  batchesServed?: number | null | undefined;
  dataset?: string | null | undefined;
  errorText?: string | null | undefined;
  expandGrey?: boolean | null | undefined;
  plan?: BatchPlanInput | null | undefined;
  sizePolicy?: SizePolicy | null | undefined;
};

export type DismissDraftsInput = {
  ids: Array<string | number>;
};

/** Ends a training when the smoothed loss over the whole validation set has not fallen for `patience` looks; a look is each 50 steps. */
export type EarlyStopInput = {
  /** A fall by less does not count. */
  minDelta?: number | null | undefined;
  patience: number;
  /** Weight of the past in the smoothed loss, 0 to below 1. */
  smoothing?: number | null | undefined;
};

/** Published, documented in docs/errors.md; closed. The server adds members. */
export type ErrorCode =
  | 'AMBIGUOUS_LOCAL_TIME'
  | 'ARCHIVED'
  | 'CONFLICT'
  | 'END_BEFORE_START'
  | 'FORBIDDEN'
  | 'GATE_NOT_PASSED'
  | 'IDEMPOTENCY_CONFLICT'
  | 'INVALID_INPUT'
  | 'INVALID_TRANSITION'
  | 'KEY_TAKEN'
  | 'NONEXISTENT_LOCAL_TIME'
  | 'NOTHING_NEW'
  | 'NOT_FOUND'
  | 'PATH_NOT_ALLOWED'
  | 'PERIOD_LOCKED'
  | 'RUN_IN_PROGRESS'
  | 'UNREACHABLE_THRESHOLD';

/** A finding of the last report. */
export type FindingRefInput = {
  code: string;
  split: Split;
};

export type ForgetWebhookSecretInput = {
  source: WebhookSource;
  what: ForgottenSecret;
};

/** PREVIOUS ends the overlap at once; ALL lets the environment speak again. */
export type ForgottenSecret =
  | 'ALL'
  | 'PREVIOUS';

/** floorPercent is held against the Wilson 95 % lower bound (9 of 10 right has 59.58). */
export type GateInput = {
  alpha?: string | null | undefined;
  baselineTolerancePercent?: string | null | undefined;
  floorPercent?: string | null | undefined;
  marginPercent?: string | null | undefined;
  minClassRecallPercent?: string | null | undefined;
  strictLooks?: boolean | null | undefined;
};

export type GateOutcome =
  | 'FIRST'
  | 'HOLD'
  | 'PROMOTE_BETTER'
  | 'PROMOTE_NOT_WORSE'
  | 'REJECT_FLOOR'
  | 'REJECT_WORSE';

export type GrowthClass =
  | 'LINEAR'
  | 'NOT_SCALING'
  | 'SUBLINEAR'
  | 'SUPERLINEAR';

/** Manifests in the form `path,name,label` (no header); paths relative to root, which lies under a configured import root. Import starts no check. */
export type ImportDatasetInput = {
  /** Thresholds by code, e.g. {"CLASS_TOO_SMALL": {"fail": 5, "warn": 40}}. */
  checks?: unknown;
  expandGrey?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  key: string;
  /** Drop bad rows, up to 5 %, instead of failing the report. */
  quarantine?: boolean | null | undefined;
  root: string;
  sizePolicy?: SizePolicy | null | undefined;
  trainingManifest: string;
  validationManifest?: string | null | undefined;
};

/** text: an iCalendar file. people: keys; zones: everybody who lives there; neither = everybody. The range is this year and the next two unless said otherwise, `to` exclusive. */
export type ImportHolidaysInput = {
  /** What the calendar is called, for example South Korea. */
  calendar: string;
  /** Says what the file holds and changes nothing. */
  dryRun?: boolean;
  from?: string | null | undefined;
  people?: Array<string> | null | undefined;
  text: string;
  to?: string | null | undefined;
  zones?: Array<string> | null | undefined;
};

export type IncidentEventType =
  | 'ACKNOWLEDGED'
  | 'JOINED'
  | 'LEFT'
  | 'OPENED'
  | 'REOPENED'
  | 'RESOLVED'
  | 'RESUMED'
  | 'SNOOZED';

export type IncidentMode =
  | 'ENGAGED'
  | 'HANDS_ON'
  | 'WALL';

export type IncidentStatus =
  | 'ACKNOWLEDGED'
  | 'OPEN'
  | 'RESOLVED';

/** Whether a human was needed. */
export type IncidentVerdict =
  | 'NOISE'
  | 'USEFUL';

export type InviteAccountInput = {
  /** The link is mailed there where a mail server is configured. */
  email?: string | null | undefined;
  person?: string | null | undefined;
  role?: Role;
};

export type KeptSampleKind =
  | 'DATASET'
  | 'INCIDENT'
  | 'PERSON'
  | 'SERVICE'
  | 'TASK_TYPE';

/** kind: conv, dense, pool, flatten or dropout. filter: [height, width, in channels, out channels]; stride 1, SAME, bias counted. pool: size and stride of a max pool after the layer, SAME. dense flattens by itself. inputShape is [height, width, channels]. On a misfit: rows and sums up to it. */
export type LayerInput = {
  filter?: Array<number> | null | undefined;
  kind: string;
  name: string;
  pool?: number | null | undefined;
  units?: number | null | undefined;
};

/** Wall-clock time in a zone; fold 0 or 1 picks the first or second of an ambiguous hour. */
export type LocalDateTimeInput = {
  fold?: number | null | undefined;
  local: string;
  zone: string;
};

/** Freezes a week (its first day) into a snapshot. */
export type LockPeriodInput = {
  weekStarting: string;
};

export type LogQuickEntryInput = {
  idempotencyKey?: string | null | undefined;
  /** 45m checkout restart pods #deploy @yesterday, or with clock times in the zone of the person: 9am-10:30am checkout */
  line: string;
  person: string;
  /** When the line was typed, if it waited since: today and yesterday count from then. */
  typedAt?: string | null | undefined;
};

/** Either start+end (each as DateTime or as local time), or date+duration: "45m", "3h", "2h27m", "1:30", or a decimal number of hours ("1.5"); never seconds. workClass given = stated by the person; left out = the task type's; neither = UNCLASSIFIED. */
export type LogWorkInput = {
  date?: string | null | undefined;
  duration?: string | null | undefined;
  end?: string | null | undefined;
  endLocal?: LocalDateTimeInput | null | undefined;
  externalId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  person: string;
  service?: string | null | undefined;
  source?: WorkSource | null | undefined;
  start?: string | null | undefined;
  startLocal?: LocalDateTimeInput | null | undefined;
  taskType?: string | null | undefined;
  workClass?: WorkClass | null | undefined;
};

/** A picture by its split and the physical line of that split's manifest, 1-based. */
export type ManifestRowInput = {
  row: number;
  split: Split;
};

/** Keys. Everything of `from` moves to `into`; `from` is archived for good, and its key stands for `into`. Locked weeks keep their snapshot. */
export type MergeInput = {
  /** Says what would move, or why not, and changes nothing. */
  dryRun?: boolean;
  from: string;
  into: string;
};

export type MetricNullReason =
  | 'INSUFFICIENT_VARIATION'
  | 'NEVER'
  | 'NO_DATA'
  | 'NO_EXECUTIONS'
  | 'TOO_FEW_RESPONSES'
  | 'ZERO_CAPACITY';

export type MovedKind =
  | 'ACCOUNTS'
  | 'ALERTS'
  | 'ALIASES'
  | 'ALLOCATIONS'
  | 'AUTOMATIONS'
  | 'BUDGETS'
  | 'DRAFTS'
  | 'ENTRIES'
  | 'INCIDENTS'
  | 'PIPELINES'
  | 'SIZES'
  | 'SNIPPETS'
  | 'SURVEY_ANSWERS'
  | 'TEAM_MEMBERS'
  | 'TIMERS'
  | 'TIME_OFF';

export type NotAutomatedReason =
  | 'BLOCKED'
  | 'NOT_WORTH_IT'
  | 'NO_TIME';

/** severity: 1 (worst) to 5. */
export type OpenIncidentInput = {
  at?: string | null | undefined;
  externalId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  service: string;
  severity?: number | null | undefined;
  source?: string | null | undefined;
  title: string;
};

/** BLOCKED: the same failure three times in a row; resumePipeline clears it. */
export type PipelineState =
  | 'ACTIVE'
  | 'BLOCKED'
  | 'PAUSED';

/** BF16: convolutions in bfloat16 on a native engine; weights and gradients stay in float32. */
export type Precision =
  | 'BF16'
  | 'FP32';

/** dataset: key. pixelShas: out of use wherever these pixels turn up. rows, and the pictures that a finding lists (of pairs the second one): out of use in their split and class, equal pictures that are not named stay. */
export type QuarantinePicturesInput = {
  dataset: string;
  finding?: FindingRefInput | null | undefined;
  idempotencyKey?: string | null | undefined;
  pixelShas?: Array<string> | null | undefined;
  reason: string;
  rows?: Array<ManifestRowInput> | null | undefined;
};

export type QueueState =
  | 'BLOCKED'
  | 'ENDED'
  | 'FAILED'
  | 'LOW'
  | 'OK'
  | 'STARVED';

export type QueueVerdict =
  | 'BATCH_GT_DATA'
  | 'EPOCHS_UNINITIALISED'
  | 'NORMAL_END'
  | 'PRODUCER_DIED'
  | 'RUNNERS_NOT_STARTED'
  | 'UNKNOWN';

export type ReclassifyWorkInput = {
  /** Says what would change, and changes nothing. */
  dryRun?: boolean;
  /** Keys; left out: all. */
  taskTypes?: Array<string> | null | undefined;
};

/** One event of an incident's life, in any order, any number of times: unique by (source, deliveryId). The incident is named by id or by (source, externalId); OPENED with an unknown externalId creates it (service and title needed). */
export type RecordIncidentEventInput = {
  at: string;
  deliveryId?: string | null | undefined;
  externalId?: string | null | undefined;
  handsOnMinutes?: number | null | undefined;
  incident?: string | number | null | undefined;
  person?: string | null | undefined;
  service?: string | null | undefined;
  source?: string | null | undefined;
  title?: string | null | undefined;
  type: IncidentEventType;
};

/** Size of a service (default driver: instances) on a date; feeds the growth slope. */
export type RecordServiceSizeInput = {
  date: string;
  instances: number;
  service: string;
};

/** Full days off, `to` exclusive; HOLIDAY without people = public holiday of everybody, otherwise of the people named. */
export type RecordTimeOffInput = {
  from: string;
  kind: TimeOffKind;
  people?: Array<string> | null | undefined;
  to: string;
};

/** What of people's own refers to it. */
export type ReferenceKind =
  | 'ACCOUNT'
  | 'ALLOCATION'
  | 'AUTOMATION'
  | 'CANDIDATE'
  | 'DRAFT'
  | 'ENTRY'
  | 'INCIDENT'
  | 'INVITATION'
  | 'PERSON'
  | 'PIPELINE'
  | 'REPORT'
  | 'SURVEY'
  | 'TIMER';

/** An automation that replaces a task type; the baseline is frozen when registered (left out: median of the log). */
export type RegisterAutomationInput = {
  attendedMinutes?: string | null | undefined;
  baselineMinutes?: string | null | undefined;
  baselineSamples?: number | null | undefined;
  demandPerWeek?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  key: string;
  service: string;
  taskType: string;
};

/** from left out = all of its days. */
export type RemoveHolidaysInput = {
  calendar: string;
  from?: string | null | undefined;
};

export type ResetPasswordInput = {
  account: string | number;
};

/** What grows by itself and may be deleted when it is old. Work, incidents and people are never deleted. */
export type RetentionKind =
  | 'ALERTS'
  | 'AUDIT'
  | 'DELIVERIES'
  | 'JOB_NOTES'
  | 'PACKED_SPLITS'
  | 'REPETITION_KEYS'
  | 'RUN_CURVES'
  | 'RUN_LOGS'
  | 'SIGN_INS';

/** dataset: key; ids: of quarantined pictures, or of acceptances. */
export type ReviewIdsInput = {
  dataset: string;
  ids: Array<string | number>;
};

/** What is left out stays as it is. */
export type ReviewIncidentInput = {
  incident: string | number;
  stepsTaken?: string | null | undefined;
  verdict?: IncidentVerdict | null | undefined;
  /** The version that was read: a stale one is refused with CONFLICT. */
  version?: number | null | undefined;
};

/** Each may do what the ones before it may. */
export type Role =
  | 'ADMIN'
  | 'LEAD'
  | 'MEMBER'
  | 'VIEWER';

export type RunStatus =
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

export type SampleKind =
  | 'ALERT'
  | 'AUTOMATION'
  | 'CANDIDATE'
  | 'DATASET'
  | 'ENTRY'
  | 'INCIDENT'
  | 'MODEL'
  | 'PERSON'
  | 'PICTURE'
  | 'PIPELINE'
  | 'RUN'
  | 'SERVICE'
  | 'TASK_TYPE'
  | 'TIME_OFF'
  | 'WEEK_LOCK';

export type SampleStage =
  | 'AUTOMATION'
  | 'HISTORY'
  | 'ORGANIZATION'
  | 'PICTURES'
  | 'PIPELINES'
  | 'REPORTS';

/** NONE: there is none. */
export type SampleStatus =
  | 'LOADED'
  | 'LOADING'
  | 'NONE'
  | 'REMOVING';

/** Share of a person's capacity that belongs to a service, 0 to 100, from a date on. Replaces the person's allocation to it. */
export type SetAllocationInput = {
  from: string;
  person: string;
  service: string;
  sharePercent: string;
};

/** Replaces the budget of the service. periodWorkingDays: 20 are four weeks, 65 are thirteen. */
export type SetBudgetInput = {
  budgetPercent: string;
  fastBurn?: string | null | undefined;
  /** First day of the first period; left out: when somebody was first allocated to the service. */
  from?: string | null | undefined;
  periodWorkingDays?: number | null | undefined;
  service: string;
  slowBurn?: string | null | undefined;
};

/** keepDays left out = for ever. */
export type SetRetentionInput = {
  keepDays?: number | null | undefined;
  kind: RetentionKind;
};

/** secret left out: one is made and shown once. GITHUB signs with it, ALERTMANAGER sends it as bearer token. */
export type SetWebhookSecretInput = {
  /** How long the secret before is accepted beside the new one, 0 to 720. */
  overlapHours?: number | null | undefined;
  /** 16 to 255 printable ASCII characters without blanks. */
  secret?: string | null | undefined;
  source: WebhookSource;
};

export type Severity =
  | 'FAIL'
  | 'INFO'
  | 'WARN';

export type SizePolicy =
  | 'CENTER_CROP'
  | 'RESIZE'
  | 'STRICT';

export type Split =
  | 'BOTH'
  | 'TRAINING'
  | 'VALIDATION';

export type StartTimerInput = {
  note?: string | null | undefined;
  person: string;
  service?: string | null | undefined;
  taskType?: string | null | undefined;
};

export type StepName =
  | 'DEPLOY'
  | 'EVALUATE'
  | 'GATE'
  | 'PREFLIGHT'
  | 'TRAIN'
  | 'VALIDATE';

export type StepStatus =
  | 'FAILED'
  | 'PENDING'
  | 'RUNNING'
  | 'SKIPPED'
  | 'SUCCEEDED';

/** Weekly report line: restates work; per person, service and week toil = max(logged, snippet). */
export type SubmitSnippetInput = {
  idempotencyKey?: string | null | undefined;
  person: string;
  service: string;
  text?: string | null | undefined;
  toilDuration: string;
  weekStarting: string;
};

/** A person's answer for a week (time off stays outside). engineering and overhead may be left out (the rest is "other"); when all three are given they sum to 100. A second answer for the same person and week replaces the first. */
export type SubmitSurveyResponseInput = {
  comment?: string | null | undefined;
  engineeringPercent?: string | null | undefined;
  /** What is none of the three; with it, all parts that are given sum to 100. */
  otherPercent?: string | null | undefined;
  overheadPercent?: string | null | undefined;
  person: string;
  /** Days off in that week, 0 to 7; the percentages are of the time worked. */
  timeOffDays?: string | null | undefined;
  toilPercent: string;
  weekStarting: string;
};

export type TimeBand =
  | 'BUSINESS'
  | 'OFF'
  | 'SLEEP';

export type TimeOffKind =
  | 'HOLIDAY'
  | 'PTO'
  | 'SICK';

export type TimerOfInput = {
  person: string;
};

export type ToilAttribution =
  | 'EQUAL_SPLIT'
  | 'FULL'
  | 'SEVERITY_WINS';

export type ToilBand =
  | 'HEALTHY'
  | 'OVER'
  | 'UNKNOWN'
  | 'WATCH';

export type ToilBasis =
  | 'CAPACITY'
  | 'LOGGED'
  | 'LOGGED_EX_OVERHEAD';

/** The six criteria. noEnduringValue: state before and after is the same. */
export type ToilCriteriaInput = {
  automatable: boolean;
  manual: boolean;
  noEnduringValue: boolean;
  repetitive: boolean;
  scalesLinearly: boolean;
  tactical: boolean;
};

/** from and to: dates in the reporting zone, to exclusive. services selects after attribution. timeBand cuts the numerator only (the person's zone). combined: survey and snippets join in. asOf: what was known then. */
export type ToilReportInput = {
  asOf?: string | null | undefined;
  /** Whose a slice of a person's time is that several services claim; left out: the organisation's (EQUAL_SPLIT). Rows of people never count it twice. */
  attribution?: ToilAttribution | null | undefined;
  basis?: ToilBasis | null | undefined;
  combined?: boolean | null | undefined;
  from: string;
  incidentMode?: IncidentMode | null | undefined;
  services?: Array<string> | null | undefined;
  timeBand?: TimeBand | null | undefined;
  to: string;
  view?: ToilView | null | undefined;
};

export type ToilView =
  | 'PERSON'
  | 'TICKET';

/** READ: queries, subscriptions and downloads. WRITE: everything that changes something. PREDICT: asking a model. */
export type TokenScope =
  | 'PREDICT'
  | 'READ'
  | 'WRITE';

/** architecture SEED_5X5 (as coded) or SEED_3X3 (as described), both with `classes` outputs; He initialisation, zero bias. */
export type TrainingInput = {
  architecture?: Architecture | null | undefined;
  augment?: boolean | null | undefined;
  augmentation?: AugmentationInput | null | undefined;
  batchSize?: number | null | undefined;
  checkpointEverySteps?: number | null | undefined;
  /** Left out: exactly `steps` steps. */
  earlyStop?: EarlyStopInput | null | undefined;
  keepProb?: number | null | undefined;
  learningRate?: number | null | undefined;
  /** Left out: FP32. */
  precision?: Precision | null | undefined;
  seed?: number | null | undefined;
  steps?: number | null | undefined;
};

/** When new data starts a run by itself. schedule: cron, in the reporting zone. */
export type TriggerInput = {
  /** False: new data starts nothing; the times of a schedule still do. */
  automatic?: boolean | null | undefined;
  cooldownSeconds?: number | null | undefined;
  debounceSeconds?: number | null | undefined;
  maxWaitSeconds?: number | null | undefined;
  minNew?: number | null | undefined;
  minNewPerClass?: number | null | undefined;
  schedule?: string | null | undefined;
};

/** What is left out stays. disabled ends every session and token of the account. */
export type UpdateAccountInput = {
  disabled?: boolean | null | undefined;
  id: string | number;
  person?: string | null | undefined;
  role?: Role | null | undefined;
};

/** disabled: true stops sending, false begins again; what was missed meanwhile is not sent. */
export type UpdateAlertChannelInput = {
  disabled: boolean;
  id: string | number;
};

/** What is left out stays. settings: thresholds by name, merged. */
export type UpdateOrganizationInput = {
  locale?: string | null | undefined;
  name?: string | null | undefined;
  reportingZone?: string | null | undefined;
  settings?: unknown;
  toilBudgetPercent?: string | null | undefined;
  weekStart?: WeekDay | null | undefined;
};

/** What is left out stays. zoneFrom: since when the new zone holds; what lies before keeps the old one. */
export type UpdatePersonInput = {
  /** true: takes no new entries, and gives no capacity from today on; false: is back. */
  archived?: boolean | null | undefined;
  expectedVersion?: number | null | undefined;
  lead?: string | null | undefined;
  name?: string | null | undefined;
  person: string;
  weeklyHours?: string | null | undefined;
  zone?: string | null | undefined;
  zoneFrom?: string | null | undefined;
};

/** What is left out stays. */
export type UpdateServiceInput = {
  /** true: takes no new entries, and no capacity from today on; false: is back. */
  archived?: boolean | null | undefined;
  expectedVersion?: number | null | undefined;
  name?: string | null | undefined;
  service: string;
};

/** What is left out stays. New criteria or another class hold for all entries of the type but those in locked weeks. */
export type UpdateTaskTypeInput = {
  /** true: takes no new entries; false: is back. */
  archived?: boolean | null | undefined;
  /** true takes a forced class away. */
  byCriteria?: boolean | null | undefined;
  criteria?: ToilCriteriaInput | null | undefined;
  expectedVersion?: number | null | undefined;
  forcedClass?: WorkClass | null | undefined;
  name?: string | null | undefined;
  notAutomatedBecause?: NotAutomatedReason | null | undefined;
  taskType: string;
};

/** What is left out stays. */
export type UpdateWorkInput = {
  date?: string | null | undefined;
  duration?: string | null | undefined;
  end?: string | null | undefined;
  endLocal?: LocalDateTimeInput | null | undefined;
  id: string | number;
  note?: string | null | undefined;
  service?: string | null | undefined;
  start?: string | null | undefined;
  startLocal?: LocalDateTimeInput | null | undefined;
  taskType?: string | null | undefined;
  version: number;
  workClass?: WorkClass | null | undefined;
};

export type Verdict =
  | 'FAIL'
  | 'PASS'
  | 'WARN';

/** Where the secret comes from; NONE: deliveries are refused. */
export type WebhookSecretOrigin =
  | 'ENVIRONMENT'
  | 'NONE'
  | 'STORED';

export type WebhookSource =
  | 'ALERTMANAGER'
  | 'GITHUB';

export type WeekDay =
  | 'MONDAY'
  | 'SUNDAY';

export type WorkClass =
  | 'ENGINEERING'
  | 'OVERHEAD'
  | 'TOIL'
  | 'UNCLASSIFIED';

export type WorkSource =
  | 'CHAT'
  | 'CI'
  | 'GITHUB'
  | 'IMPORT'
  | 'INCIDENT'
  | 'MANUAL'
  | 'SNIPPET'
  | 'TIMER';

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { services: { nodes: Array<{ id: string, key: string, name: string }> }, people: { nodes: Array<{ id: string, key: string, name: string }> }, taskTypes: { nodes: Array<{ id: string, key: string, name: string, workClass: WorkClass }> } };

export type PreviewQuickEntryQueryVariables = Exact<{
  person?: string | null | undefined;
  line: string;
}>;


export type PreviewQuickEntryQuery = { previewQuickEntry: { durationSeconds: number | null, service: string | null, taskType: string | null, date: string, note: string | null, clock: { start: string, end: string } | null, faults: Array<{ word: string, code: ErrorCode, message: string }> } };

export type IncidentLiveSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type IncidentLiveSubscription = { incidentChanged: { id: string, status: IncidentStatus } };

export type AlertLiveSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type AlertLiveSubscription = { alertRaised: { id: string, status: AlertStatus } };

export type LogWorkMutationVariables = Exact<{
  input: LogWorkInput;
}>;


export type LogWorkMutation = { logWork: { entry: { id: string, version: number, durationSeconds: number, service: { id: string, name: string } | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type LogLineMutationVariables = Exact<{
  input: LogQuickEntryInput;
}>;


export type LogLineMutation = { logQuickEntry: { entry: { id: string, version: number, durationSeconds: number, service: { id: string, name: string } | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type DeleteLoggedWorkMutationVariables = Exact<{
  input: DeleteWorkInput;
}>;


export type DeleteLoggedWorkMutation = { deleteWork: { entry: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type StartTimerMutationVariables = Exact<{
  input: StartTimerInput;
}>;


export type StartTimerMutation = { startTimer: { timer: { startedAt: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { name: string, role: Role, person: { id: string, key: string, name: string, zone: string, weeklyHours: string } | null }, organization: { name: string, reportingZone: string, weekStart: WeekDay, toilBudgetPercent: string, settings: unknown, locale: string } };

export type NavCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type NavCountsQuery = { incidents: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean } }, alerts: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean } } };

export type PaletteQueryVariables = Exact<{ [key: string]: never; }>;


export type PaletteQuery = { services: { nodes: Array<{ id: string, key: string, name: string }> }, pipelines: { nodes: Array<{ id: string, key: string }> }, datasets: { nodes: Array<{ id: string, key: string }> }, incidents: { nodes: Array<{ id: string, number: number, title: string, source: string }> } };

export type RunningTimerQueryVariables = Exact<{
  person: string;
}>;


export type RunningTimerQuery = { timer: { startedAt: string, note: string | null, needsAnswer: boolean, service: { id: string, name: string } | null, taskType: { id: string, name: string } | null } | null };

export type StopTimerMutationVariables = Exact<{
  input: TimerOfInput;
}>;


export type StopTimerMutation = { stopTimer: { stopped: { id: string, durationSeconds: number } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type DiscardTimerMutationVariables = Exact<{
  input: TimerOfInput;
}>;


export type DiscardTimerMutation = { discardTimer: { timer: { startedAt: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type HeartbeatMutationVariables = Exact<{
  input: TimerOfInput;
}>;


export type HeartbeatMutation = { heartbeatTimer: { timer: { startedAt: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type AlertsQueryVariables = Exact<{
  status?: AlertStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type AlertsQuery = { alerts: { nodes: Array<{ id: string, kind: string, subject: string, title: string, severity: AlertSeverity, status: AlertStatus, openedAt: string, resolvedAt: string | null, occurrences: number, incident: { id: string, number: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AcknowledgeAlertMutationVariables = Exact<{
  id: string | number;
}>;


export type AcknowledgeAlertMutation = { acknowledgeAlert: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type CandidatesQueryVariables = Exact<{
  goLive: string;
  candidates?: Array<CandidateInput> | CandidateInput | null | undefined;
}>;


export type CandidatesQuery = { automationCandidates: Array<{ key: string, rank: number, gainMinutes: string, savedHoursPerWeek: string, paybackWeeks: string | null, breakEvenDate: string | null, netHours: string, flag: CandidateFlag }> };

export type SaveCandidateMutationVariables = Exact<{
  input: CandidateInput;
}>;


export type SaveCandidateMutation = { saveAutomationCandidate: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type LedgerQueryVariables = Exact<{
  automation: string;
  from: string;
  to: string;
}>;


export type LedgerQuery = { savingsLedger: { rows: number, creditedRuns: number, claimedMinutes: string, realisedMinutes: string | null, ratioPercent: string | null, countDegreePercent: string | null, effortDegreePercent: string | null, demandCapped: boolean } };

export type AutomationsQueryVariables = Exact<{ [key: string]: never; }>;


export type AutomationsQuery = { automations: Array<{ key: string, service: { id: string, name: string } }> };

export type RegisterAutomationMutationVariables = Exact<{
  input: RegisterAutomationInput;
}>;


export type RegisterAutomationMutation = { registerAutomation: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type DatasetPageQueryVariables = Exact<{
  key: string;
}>;


export type DatasetPageQuery = { dataset: { id: string, key: string, classNames: Array<string>, checking: boolean, checkError: string | null, report: { verdict: Verdict, usableTraining: number, usableValidation: number, digest: string, findings: Array<{ code: string, severity: Severity, split: Split, count: number, firstRow: number | null, message: string, remedy: string | null, rows: Array<number>, acceptable: boolean, accepted: boolean, pairs: Array<{ distance: number, a: { path: string, row: number | null, label: string | null, split: Split, pixelSha: string | null, url: string | null }, b: { path: string, row: number | null, label: string | null, split: Split, pixelSha: string | null, url: string | null } }>, pictures: Array<{ path: string, row: number | null, label: string | null, split: Split, pixelSha: string | null, url: string | null }> }> } | null } | null };

export type DatasetsQueryVariables = Exact<{ [key: string]: never; }>;


export type DatasetsQuery = { datasets: { nodes: Array<{ id: string, key: string, classNames: Array<string>, report: { verdict: Verdict, usableTraining: number, usableValidation: number, findings: Array<{ code: string, severity: Severity, count: number }> } | null }> } };

export type DecisionsQueryVariables = Exact<{
  key: string;
}>;


export type DecisionsQuery = { dataset: { id: string, quarantinedPictures: { nodes: Array<{ id: string, everywhere: boolean, reason: string, quarantinedBy: string, quarantinedAt: string, picture: { path: string, row: number | null, label: string | null, split: Split, pixelSha: string | null, url: string | null } }> }, acceptances: { nodes: Array<{ id: string, code: string, split: Split, count: number, reason: string, acceptedBy: string, acceptedAt: string }> } } | null };

export type ReleaseMutationVariables = Exact<{
  input: ReviewIdsInput;
}>;


export type ReleaseMutation = { releasePictures: { changed: number, dataset: { id: string, checking: boolean } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type WithdrawMutationVariables = Exact<{
  input: ReviewIdsInput;
}>;


export type WithdrawMutation = { withdrawAcceptances: { changed: number, dataset: { id: string, checking: boolean } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ImportDatasetMutationVariables = Exact<{
  input: ImportDatasetInput;
}>;


export type ImportDatasetMutation = { importDataset: { dataset: { id: string, key: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type CheckDatasetMutationVariables = Exact<{
  key: string;
}>;


export type CheckDatasetMutation = { validateDataset: { dataset: { id: string, key: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type RepairQueryVariables = Exact<{
  dataset: string;
  split: Split;
}>;


export type RepairQuery = { manifestRepair: { sourceSha256: string, changedLines: number, diff: string, remainingFaults: number, revision: number | null } };

export type ApplyRepairMutationVariables = Exact<{
  input: ApplyManifestRepairInput;
}>;


export type ApplyRepairMutation = { applyManifestRepair: { dataset: { id: string, checking: boolean } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type QuarantineMutationVariables = Exact<{
  input: QuarantinePicturesInput;
}>;


export type QuarantineMutation = { quarantinePictures: { changed: number, dataset: { id: string, checking: boolean } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type AcceptFindingMutationVariables = Exact<{
  input: AcceptFindingsInput;
}>;


export type AcceptFindingMutation = { acceptFindings: { changed: number, dataset: { id: string, checking: boolean } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type DraftsQueryVariables = Exact<{
  person: string;
}>;


export type DraftsQuery = { drafts: Array<{ id: string, startAt: string, endAt: string, note: string | null, source: WorkSource, workClass: WorkClass | null, service: { id: string, key: string, name: string } | null, taskType: { id: string, name: string } | null }> };

export type ConfirmDraftsMutationVariables = Exact<{
  input: ConfirmDraftsInput;
}>;


export type ConfirmDraftsMutation = { confirmDrafts: { entries: Array<{ id: string }>, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type DismissDraftsMutationVariables = Exact<{
  input: DismissDraftsInput;
}>;


export type DismissDraftsMutation = { dismissDrafts: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type UpdateWorkMutationVariables = Exact<{
  input: UpdateWorkInput;
}>;


export type UpdateWorkMutation = { updateWork: { entry: { id: string, version: number } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type AmendWorkMutationVariables = Exact<{
  input: AmendWorkInput;
}>;


export type AmendWorkMutation = { amendWork: { entry: { id: string, version: number } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type DeleteWorkMutationVariables = Exact<{
  input: DeleteWorkInput;
}>;


export type DeleteWorkMutation = { deleteWork: { entry: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type RelogWorkMutationVariables = Exact<{
  input: LogWorkInput;
}>;


export type RelogWorkMutation = { logWork: { entry: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type GivenFragment = { from: string, to: string, automations: number, runs: number, creditedRuns: number, claimedMinutes: string, realisedMinutes: string, ratioPercent: string | null };

export type GivenBackCardQueryVariables = Exact<{
  person?: string | null | undefined;
}>;


export type GivenBackCardQuery = { givenBack: { week: { from: string, to: string, automations: number, runs: number, creditedRuns: number, claimedMinutes: string, realisedMinutes: string, ratioPercent: string | null }, quarter: { from: string, to: string, automations: number, runs: number, creditedRuns: number, claimedMinutes: string, realisedMinutes: string, ratioPercent: string | null } } };

export type EntryHistoryQueryVariables = Exact<{
  id: string | number;
}>;


export type EntryHistoryQuery = { workEntryHistory: Array<{ at: string, actor: string, action: string, before: unknown, after: unknown }> };

export type HomeQueryVariables = Exact<{
  person?: string | null | undefined;
  from: string;
  to: string;
}>;


export type HomeQuery = { week: { nodes: Array<{ id: string, version: number, date: string, start: string | null, end: string | null, durationSeconds: number, note: string | null, workClass: WorkClass, deleted: boolean, person: { id: string, key: string, name: string }, service: { id: string, key: string, name: string } | null, taskType: { id: string, key: string, name: string } | null }> }, incidents: { nodes: Array<{ id: string, number: number, title: string, source: string, severity: number, status: IncidentStatus, openedAt: string, service: { id: string, name: string } }> }, acknowledged: { nodes: Array<{ id: string, number: number, title: string, source: string, severity: number, status: IncidentStatus, openedAt: string, service: { id: string, name: string } }> }, services: { nodes: Array<{ id: string }> }, people: { nodes: Array<{ id: string }> } };

export type SubmitSnippetMutationVariables = Exact<{
  input: SubmitSnippetInput;
}>;


export type SubmitSnippetMutation = { submitSnippet: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type SubmitSurveyMutationVariables = Exact<{
  input: SubmitSurveyResponseInput;
}>;


export type SubmitSurveyMutation = { submitSurveyResponse: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type SurveyFormsQueryVariables = Exact<{
  person: string;
}>;


export type SurveyFormsQuery = { surveyForms: Array<{ campaign: { id: string, weekStarting: string, closesAt: string }, answer: { toilPercent: string } | null }> };

export type CorrectEndMutationVariables = Exact<{
  input: CorrectIncidentEndInput;
}>;


export type CorrectEndMutation = { correctIncidentEnd: { incident: { id: string, version: number, resolvedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type IncidentPageQueryVariables = Exact<{
  id: string | number;
}>;


export type IncidentPageQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { number: number, version: number, stale: boolean, timeCappedAt: string | null, title: string, source: string, severity: number, status: IncidentStatus, openedAt: string, resolvedAt: string | null, reopenCount: number, wallSeconds: number, engagedSeconds: number, handsOnSeconds: number | null, stepsTaken: string | null, id: string, service: { id: string, key: string, name: string }, events: Array<{ type: IncidentEventType, at: string, person: { id: string, key: string, name: string } | null }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type RecordEventMutationVariables = Exact<{
  input: RecordIncidentEventInput;
}>;


export type RecordEventMutation = { recordIncidentEvent: { duplicate: boolean, incident: { id: string, status: IncidentStatus, engagedSeconds: number, events: Array<{ type: IncidentEventType, at: string }> } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type IncidentsQueryVariables = Exact<{
  status?: IncidentStatus | null | undefined;
  service?: string | null | undefined;
  text?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type IncidentsQuery = { incidents: { nodes: Array<{ id: string, number: number, title: string, source: string, severity: number, status: IncidentStatus, openedAt: string, resolvedAt: string | null, reopenCount: number, wallSeconds: number, engagedSeconds: number, service: { id: string, key: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OpenIncidentMutationVariables = Exact<{
  input: OpenIncidentInput;
}>;


export type OpenIncidentMutation = { openIncident: { incident: { id: string, number: number } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ReviewIncidentMutationVariables = Exact<{
  input: ReviewIncidentInput;
}>;


export type ReviewIncidentMutation = { reviewIncident: { incident: { id: string, version: number, stepsTaken: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type IncidentStatsQueryVariables = Exact<{
  from: string;
  to: string;
  service?: string | null | undefined;
}>;


export type IncidentStatsQuery = { incidentStats: { wallUnionSeconds: number, mtta: { meanMinutes: string | null, medianMinutes: string | null, p90Minutes: string | null, n: number, excluded: number }, mttrActive: { meanMinutes: string | null, medianMinutes: string | null, p90Minutes: string | null, n: number, excluded: number }, mttrElapsed: { meanMinutes: string | null, medianMinutes: string | null, p90Minutes: string | null, n: number, excluded: number } } };

export type RejectionFragment = { below: number, accepted: number, acceptedRight: number, rejectedWrong: number, rejectedRight: number };

export type VersionCalibrationQueryVariables = Exact<{
  id: string | number;
}>;


export type VersionCalibrationQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, calibration: { expectedError: number, bins: Array<{ from: number, to: number, n: number, confidence: number, accuracy: number }> }, rejection: { separation: number | null, advice: string, current: { below: number, accepted: number, acceptedRight: number, rejectedWrong: number, rejectedRight: number }, points: Array<{ below: number, accepted: number, acceptedRight: number, rejectedWrong: number, rejectedRight: number }>, advised: { below: number, accepted: number, acceptedRight: number, rejectedWrong: number, rejectedRight: number } | null } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type VersionClassesQueryVariables = Exact<{
  id: string | number;
}>;


export type VersionClassesQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { classNames: Array<string>, id: string, gate: { classes: Array<{ name: string, n: number, recallPercent: string | null, confusion: Array<number>, misreadAs: Array<string>, misread: Array<{ path: string, label: string | null, url: string | null, row: number | null, split: Split, pixelSha: string | null }> }> } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type InspectQueryVariables = Exact<{
  inputShape: Array<number> | number;
  layers: Array<LayerInput> | LayerInput;
}>;


export type InspectQuery = { inspectArchitecture: { parameters: number, macs: number, misfit: string | null, layers: Array<{ name: string, outputShape: Array<number | null>, kernelShape: Array<number | null> | null, parameters: number, macs: number, meaning: string }> } };

export type SheetFragment = { layer: string, shape: Array<number>, width: number, height: number, tiles: number, url: string };

export type VersionLearnedQueryVariables = Exact<{
  id: string | number;
}>;


export type VersionLearnedQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, filters: Array<{ layer: string, shape: Array<number>, width: number, height: number, tiles: number, url: string }>, examples: Array<{ predicted: string | null, confidence: number, right: boolean, picture: { path: string, label: string | null, url: string | null }, activations: Array<{ layer: string, shape: Array<number>, width: number, height: number, tiles: number, url: string }> }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type ModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type ModelsQuery = { pipelines: { nodes: Array<{ id: string, key: string, canaryPercent: number | null, service: { id: string, name: string }, live: { id: string, number: number, classNames: Array<string>, gate: { accuracy: string, wilsonLowPercent: string, wilsonHighPercent: string } | null } | null, candidate: { id: string, number: number, deployment: DeploymentState | null } | null }> } };

export type RollbackMutationVariables = Exact<{
  pipeline: string;
  reason: string;
}>;


export type RollbackMutation = { rollbackModel: { modelVersion: { id: string, number: number, deployment: DeploymentState | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type PromoteMutationVariables = Exact<{
  id: string | number;
  forceReason?: string | null | undefined;
}>;


export type PromoteMutation = { promoteModel: { modelVersion: { id: string, number: number, deployment: DeploymentState | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type VersionPageQueryVariables = Exact<{
  key: string;
}>;


export type VersionPageQuery = { pipeline: { id: string, key: string, canaryPercent: number | null, live: { id: string, number: number } | null, candidate: { id: string, number: number } | null } | null, modelVersions: { nodes: Array<{ id: string, number: number, weightsSha256: string, dataDigest: string, deployment: DeploymentState | null, classNames: Array<string>, parameters: number, gate: { outcome: GateOutcome, n: number, accuracy: string, bothRight: number, bothWrong: number, wilsonLowPercent: string, wilsonHighPercent: string, candidateOnlyRight: number, championOnlyRight: number, pValue: string | null, looks: number, alpha: string, lossBoundPercent: string | null, validationDigest: string, majorityPercent: string | null, nearestNeighbourPercent: string | null, advice: string | null, reasons: Array<string> } | null }> } };

export type VersionFilesQueryVariables = Exact<{
  id: string | number;
}>;


export type VersionFilesQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { parameters: number, id: string, files: Array<{ kind: string, name: string, bytes: number, sha256: string, url: string }>, layers: Array<{ name: string, outputShape: Array<number | null>, kernelShape: Array<number | null> | null, parameters: number, macs: number, meaning: string }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type VersionsQueryVariables = Exact<{
  key: string;
  after?: string | null | undefined;
}>;


export type VersionsQuery = { pipeline: { id: string, key: string, canaryPercent: number | null, service: { id: string, name: string }, live: { id: string, number: number } | null, candidate: { id: string, number: number } | null } | null, modelVersions: { nodes: Array<{ id: string, number: number, weightsSha256: string, deployment: DeploymentState | null, parameters: number, gate: { outcome: GateOutcome, accuracy: string, n: number, pValue: string | null, wilsonLowPercent: string, wilsonHighPercent: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CompareRunQueryVariables = Exact<{
  id: string | number;
}>;


export type CompareRunQuery = { pipelineRun: { id: string, status: RunStatus, trigger: string, engine: string | null, seed: number, createdAt: string, startedAt: string | null, finishedAt: string | null, pipeline: { id: string, key: string, training: unknown }, modelVersion: { id: string, number: number, gate: { outcome: GateOutcome, accuracy: string, wilsonLowPercent: string, wilsonHighPercent: string } | null } | null, metrics: Array<{ series: string, step: number, value: number }> } | null };

export type DatasetKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type DatasetKeysQuery = { datasets: { nodes: Array<{ id: string, key: string }> } };

export type CreatePipelineMutationVariables = Exact<{
  input: CreatePipelineInput;
}>;


export type CreatePipelineMutation = { createPipeline: { pipeline: { id: string, key: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type DoctorDatasetsQueryVariables = Exact<{ [key: string]: never; }>;


export type DoctorDatasetsQuery = { datasets: { nodes: Array<{ id: string, key: string }> } };

export type DiagnoseQueryVariables = Exact<{
  input: DiagnoseQueueInput;
}>;


export type DiagnoseQuery = { diagnoseQueue: { verdict: QueueVerdict, queue: string | null, explanation: string, confidence: Confidence, estimatedBadRows: number | null, shortfall: number | null, findings: Array<{ code: string, severity: Severity, split: Split, count: number, firstRow: number | null, message: string, remedy: string | null, rows: Array<number>, pairs: Array<{ distance: number, a: { path: string, row: number | null, label: string | null, split: Split, pixelSha: string | null, url: string | null }, b: { path: string, row: number | null, label: string | null, split: Split, pixelSha: string | null, url: string | null } }>, pictures: Array<{ path: string, row: number | null, label: string | null, split: Split, pixelSha: string | null, url: string | null }> }> } };

export type PipelinePageQueryVariables = Exact<{
  key: string;
  after?: string | null | undefined;
}>;


export type PipelinePageQuery = { pipeline: { id: string, key: string, state: PipelineState, canaryPercent: number | null, service: { id: string, key: string, name: string }, retrain: { due: boolean, clauses: Array<{ clause: string, holds: boolean, value: string, needed: string }> }, queues: Array<{ queue: string, state: QueueState, size: number, capacity: number, batchSize: number, fillPercent: string, inPerSecond: string, outPerSecond: string, etaSeconds: number | null, cause: string | null, sampledAt: string }>, live: { id: string, number: number } | null, candidate: { id: string, number: number, deployment: DeploymentState | null } | null, runs: { nodes: Array<{ id: string, status: RunStatus, trigger: string, error: string | null, progressPercent: string, createdAt: string, startedAt: string | null, finishedAt: string | null, engine: string | null, steps: Array<{ name: StepName, status: StepStatus }>, modelVersion: { id: string, number: number, gate: { outcome: GateOutcome, accuracy: string } | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RunPipelineMutationVariables = Exact<{
  key: string;
  idempotencyKey?: string | null | undefined;
}>;


export type RunPipelineMutation = { runPipeline: { run: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type PausePipelineMutationVariables = Exact<{
  key: string;
}>;


export type PausePipelineMutation = { pausePipeline: { pipeline: { id: string, state: PipelineState } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ResumePipelineMutationVariables = Exact<{
  key: string;
}>;


export type ResumePipelineMutation = { resumePipeline: { pipeline: { id: string, state: PipelineState } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type PipelinesQueryVariables = Exact<{ [key: string]: never; }>;


export type PipelinesQuery = { pipelines: { nodes: Array<{ id: string, key: string, state: PipelineState, canaryPercent: number | null, service: { id: string, name: string }, runs: { nodes: Array<{ id: string, status: RunStatus, createdAt: string, progressPercent: string }> }, retrain: { due: boolean }, live: { id: string, number: number } | null, candidate: { id: string, number: number, deployment: DeploymentState | null } | null }> } };

export type QueueLiveSubscriptionVariables = Exact<{
  pipeline: string;
}>;


export type QueueLiveSubscription = { queueHealth: { queue: string, state: QueueState, size: number, capacity: number, batchSize: number, fillPercent: string, inPerSecond: string, outPerSecond: string, etaSeconds: number | null, cause: string | null, sampledAt: string } };

export type GateFragment = { outcome: GateOutcome, n: number, accuracy: string, bothRight: number, bothWrong: number, wilsonLowPercent: string, wilsonHighPercent: string, candidateOnlyRight: number, championOnlyRight: number, pValue: string | null, looks: number, alpha: string, lossBoundPercent: string | null, validationDigest: string, majorityPercent: string | null, nearestNeighbourPercent: string | null, advice: string | null, reasons: Array<string> };

export type RunPageQueryVariables = Exact<{
  id: string | number;
  key: string;
}>;


export type RunPageQuery = { pipelineRun: { id: string, status: RunStatus, trigger: string, error: string | null, progressPercent: string, engine: string | null, seed: number, createdAt: string, startedAt: string | null, finishedAt: string | null, log: Array<string>, steps: Array<{ name: StepName, status: StepStatus, startedAt: string | null, finishedAt: string | null, detail: string | null }>, modelVersion: { id: string, number: number, weightsSha256: string, dataDigest: string, deployment: DeploymentState | null, gate: { outcome: GateOutcome, n: number, accuracy: string, bothRight: number, bothWrong: number, wilsonLowPercent: string, wilsonHighPercent: string, candidateOnlyRight: number, championOnlyRight: number, pValue: string | null, looks: number, alpha: string, lossBoundPercent: string | null, validationDigest: string, majorityPercent: string | null, nearestNeighbourPercent: string | null, advice: string | null, reasons: Array<string> } | null } | null, metrics: Array<{ series: string, step: number, value: number, at: string }> } | null, pipeline: { id: string, key: string, canaryPercent: number | null, dataset: { id: string, key: string }, live: { id: string, number: number } | null, candidate: { id: string, number: number } | null, queues: Array<{ queue: string, state: QueueState, size: number, capacity: number, batchSize: number, fillPercent: string }> } | null };

export type RunLiveSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type RunLiveSubscription = { runProgress: { id: string, status: RunStatus, error: string | null, progressPercent: string, engine: string | null, startedAt: string | null, finishedAt: string | null, log: Array<string>, steps: Array<{ name: StepName, status: StepStatus, startedAt: string | null, finishedAt: string | null, detail: string | null }>, metrics: Array<{ series: string, step: number, value: number, at: string }> } };

export type CancelRunMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelRunMutation = { cancelRun: { run: { id: string, status: RunStatus } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type AccountsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AccountsQuery = { accounts: { nodes: Array<{ id: string, name: string, email: string | null, role: Role, createdAt: string, disabledAt: string | null, person: { id: string, key: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InviteMutationVariables = Exact<{
  input: InviteAccountInput;
}>;


export type InviteMutation = { inviteAccount: { link: string | null, mailedTo: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { link: string | null, mailedTo: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { updateAccount: { account: { id: string, role: Role, disabledAt: string | null, person: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type AuditLogQueryVariables = Exact<{
  after?: string | null | undefined;
  actor?: string | null | undefined;
  action?: string | null | undefined;
  subject?: string | number | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type AuditLogQuery = { auditActions: Array<string>, auditLog: { nodes: Array<{ sequence: string, at: string, actor: string, action: string, subjectId: string, before: unknown, after: unknown }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditCheckQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditCheckQuery = { auditCheck: { records: number, subjects: number, broken: Array<string> } };

export type SetBudgetMutationVariables = Exact<{
  input: SetBudgetInput;
}>;


export type SetBudgetMutation = { setBudget: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type SetAllocationMutationVariables = Exact<{
  input: SetAllocationInput;
}>;


export type SetAllocationMutation = { setAllocation: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type TimeOffMutationVariables = Exact<{
  input: RecordTimeOffInput;
}>;


export type TimeOffMutation = { recordTimeOff: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type LockPeriodMutationVariables = Exact<{
  input: LockPeriodInput;
}>;


export type LockPeriodMutation = { lockPeriod: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChannelsQuery = { alertChannels: Array<{ id: string, kind: AlertChannelKind, target: string, kinds: Array<string> | null, disabledAt: string | null }> };

export type CreateChannelMutationVariables = Exact<{
  input: CreateAlertChannelInput;
}>;


export type CreateChannelMutation = { createAlertChannel: { id: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ChangeChannelMutationVariables = Exact<{
  input: UpdateAlertChannelInput;
}>;


export type ChangeChannelMutation = { updateAlertChannel: { channel: { id: string, disabledAt: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type TestChannelMutationVariables = Exact<{
  id: string | number;
}>;


export type TestChannelMutation = { testAlertChannel: { delivered: boolean, reason: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type UpdatePersonMutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type UpdatePersonMutation = { updatePerson: { person: { id: string, name: string, zone: string, weeklyHours: string, version: number, lead: { id: string, key: string, name: string } | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type UpdateTypeMutationVariables = Exact<{
  input: UpdateTaskTypeInput;
}>;


export type UpdateTypeMutation = { updateTaskType: { taskType: { id: string, name: string, workClass: WorkClass, score: string | null, forcedClass: WorkClass | null, version: number } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type HolidayCalendarsQueryVariables = Exact<{ [key: string]: never; }>;


export type HolidayCalendarsQuery = { holidayCalendars: Array<{ calendar: string, days: number, from: string, to: string, people: number | null }>, people: { nodes: Array<{ id: string, zone: string }> } };

export type ImportHolidaysMutationVariables = Exact<{
  input: ImportHolidaysInput;
}>;


export type ImportHolidaysMutation = { importHolidays: { added: number, days: Array<{ name: string, from: string, to: string, line: number, known: boolean }>, faults: Array<{ line: number, message: string }>, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type RemoveHolidaysMutationVariables = Exact<{
  input: RemoveHolidaysInput;
}>;


export type RemoveHolidaysMutation = { removeHolidays: { removed: number | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ArchivePersonMutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type ArchivePersonMutation = { it: { person: { id: string, version: number, archivedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ArchiveServiceMutationVariables = Exact<{
  input: UpdateServiceInput;
}>;


export type ArchiveServiceMutation = { it: { service: { id: string, version: number, archivedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ArchiveTaskTypeMutationVariables = Exact<{
  input: UpdateTaskTypeInput;
}>;


export type ArchiveTaskTypeMutation = { it: { taskType: { id: string, version: number, archivedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type MergePeopleMutationVariables = Exact<{
  input: MergeInput;
}>;


export type MergePeopleMutation = { it: { key: string | null, moved: Array<{ kind: MovedKind, count: number }>, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type MergeServicesMutationVariables = Exact<{
  input: MergeInput;
}>;


export type MergeServicesMutation = { it: { key: string | null, moved: Array<{ kind: MovedKind, count: number }>, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type MergeTaskTypesMutationVariables = Exact<{
  input: MergeInput;
}>;


export type MergeTaskTypesMutation = { it: { key: string | null, moved: Array<{ kind: MovedKind, count: number }>, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type OrganizationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganizationSettingsQuery = { organization: { settings: unknown } };

export type UpdateOrganizationMutationVariables = Exact<{
  input: UpdateOrganizationInput;
}>;


export type UpdateOrganizationMutation = { updateOrganization: { organization: { name: string, reportingZone: string, weekStart: WeekDay, toilBudgetPercent: string, locale: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type PeopleQueryVariables = Exact<{
  after?: string | null | undefined;
  archived: boolean;
}>;


export type PeopleQuery = { people: { nodes: Array<{ id: string, key: string, name: string, zone: string, weeklyHours: string, version: number, archivedAt: string | null, lead: { id: string, key: string, name: string } | null, mergedInto: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreatePersonMutationVariables = Exact<{
  input: CreatePersonInput;
}>;


export type CreatePersonMutation = { createPerson: { person: { id: string, key: string, name: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ReclassifyMutationVariables = Exact<{
  input: ReclassifyWorkInput;
}>;


export type ReclassifyMutation = { reclassifyWork: { changed: number, locked: number, shifts: Array<{ workClass: WorkClass, beforeSeconds: number, afterSeconds: number }>, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type RetentionQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionQuery = { retention: Array<{ kind: RetentionKind, keepDays: number | null, defaultDays: number | null, leastDays: number, ranAt: string | null, deleted: number | null, totalDeleted: number }> };

export type SetRetentionMutationVariables = Exact<{
  input: SetRetentionInput;
}>;


export type SetRetentionMutation = { setRetention: { rule: { kind: RetentionKind, keepDays: number | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type TidyUpMutationVariables = Exact<{ [key: string]: never; }>;


export type TidyUpMutation = { tidyUp: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ServicesQueryVariables = Exact<{
  after?: string | null | undefined;
  archived: boolean;
}>;


export type ServicesQuery = { services: { nodes: Array<{ id: string, key: string, name: string, version: number, archivedAt: string | null, mergedInto: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateServiceMutationVariables = Exact<{
  input: CreateServiceInput;
}>;


export type CreateServiceMutation = { createService: { service: { id: string, key: string, name: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type UpdateServiceMutationVariables = Exact<{
  input: UpdateServiceInput;
}>;


export type UpdateServiceMutation = { updateService: { service: { id: string, name: string, version: number } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type RecordSizeMutationVariables = Exact<{
  input: RecordServiceSizeInput;
}>;


export type RecordSizeMutation = { recordServiceSize: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type TokensQueryVariables = Exact<{ [key: string]: never; }>;


export type TokensQuery = { apiTokens: Array<{ id: string, name: string, hint: string, role: Role, scopes: Array<TokenScope>, createdAt: string, expiresAt: string | null, usedAt: string | null }> };

export type CreateTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateTokenMutation = { createApiToken: { secret: string | null, token: { id: string, name: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type RevokeTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeTokenMutation = { revokeApiToken: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type TaskTypesQueryVariables = Exact<{
  after?: string | null | undefined;
  archived: boolean;
}>;


export type TaskTypesQuery = { taskTypes: { nodes: Array<{ id: string, key: string, name: string, workClass: WorkClass, score: string | null, forcedClass: WorkClass | null, version: number, archivedAt: string | null, criteria: { manual: boolean, repetitive: boolean, automatable: boolean, tactical: boolean, noEnduringValue: boolean, scalesLinearly: boolean } | null, mergedInto: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DefineTypeMutationVariables = Exact<{
  input: DefineTaskTypeInput;
}>;


export type DefineTypeMutation = { defineTaskType: { taskType: { id: string, key: string, name: string, workClass: WorkClass, score: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type WebhookSecretsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookSecretsQuery = { webhookSecrets: Array<{ source: WebhookSource, origin: WebhookSecretOrigin, setAt: string | null, previousUntil: string | null }> };

export type SetSecretMutationVariables = Exact<{
  input: SetWebhookSecretInput;
}>;


export type SetSecretMutation = { setWebhookSecret: { secret: string | null, webhookSecret: { source: WebhookSource, origin: WebhookSecretOrigin } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type ForgetSecretMutationVariables = Exact<{
  input: ForgetWebhookSecretInput;
}>;


export type ForgetSecretMutation = { forgetWebhookSecret: { webhookSecret: { source: WebhookSource, origin: WebhookSecretOrigin } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type BudgetsQueryVariables = Exact<{
  services: Array<string> | string;
  at: string;
}>;


export type BudgetsQuery = { budgetStatuses: Array<{ budgetPercent: string, budgetSeconds: number, spentSeconds: number, consumedPercent: string | null, burn1d: string | null, burn5d: string | null, burn20d: string | null, daysLeft: string | null, openRules: Array<BurnRule>, unknown: boolean, service: { key: string, name: string }, period: { from: string, to: string, workingDays: number, workingDaysPassed: number } | null }> };

export type GrowthQueryVariables = Exact<{
  service?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type GrowthQuery = { toilGrowth: { slope: string | null, intercept: string | null, r2: string | null, slopeLow: string | null, slopeHigh: string | null, elasticity: string | null, growthClass: GrowthClass | null, scalesLinearly: boolean | null, nullReason: MetricNullReason | null, segments: Array<{ from: string, to: string, slope: string | null, intercept: string | null, nullReason: MetricNullReason | null, cutBy: Array<{ automation: string, date: string }>, points: Array<{ week: string, size: number, hours: number }> }> } };

export type MetricFragment = { percent: string | null, nullReason: MetricNullReason | null, numeratorSeconds: number, denominatorSeconds: number | null, coveragePercent: string | null, lowPercent: string | null, highPercent: string | null, tier: ConfidenceTier, definition: string, asOf: string, provisional: boolean };

export type ToilPageQueryVariables = Exact<{
  range: ToilReportInput;
  now: ToilReportInput;
  before: ToilReportInput;
}>;


export type ToilPageQuery = { range: { from: string, to: string, notices: Array<string>, weeks: Array<{ label: string, from: string, to: string, hours: number, total: { percent: string | null, lowPercent: string | null, highPercent: string | null, coveragePercent: string | null }, services: Array<{ service: { key: string }, toil: { percent: string | null, lowPercent: string | null, highPercent: string | null, coveragePercent: string | null } }> }> }, now: { from: string, to: string, notices: Array<string>, total: { percent: string | null, nullReason: MetricNullReason | null, numeratorSeconds: number, denominatorSeconds: number | null, coveragePercent: string | null, lowPercent: string | null, highPercent: string | null, tier: ConfidenceTier, definition: string, asOf: string, provisional: boolean }, services: Array<{ band: ToilBand, engineeringSeconds: number, overheadSeconds: number, service: { id: string, key: string, name: string }, toil: { percent: string | null, nullReason: MetricNullReason | null, numeratorSeconds: number, denominatorSeconds: number | null, coveragePercent: string | null, lowPercent: string | null, highPercent: string | null, tier: ConfidenceTier, definition: string, asOf: string, provisional: boolean } }>, contributors: Array<{ kind: ContributorKind, id: string | null, title: string, seconds: number, items: number }>, people: Array<{ engineeringSeconds: number, overheadSeconds: number, person: { id: string, key: string, name: string }, toil: { percent: string | null, nullReason: MetricNullReason | null, numeratorSeconds: number, denominatorSeconds: number | null, coveragePercent: string | null, lowPercent: string | null, highPercent: string | null, tier: ConfidenceTier, definition: string, asOf: string, provisional: boolean } }> }, automations: Array<{ key: string, liveSince: string | null, service: { key: string } }>, before: { total: { percent: string | null }, services: Array<{ service: { key: string }, toil: { percent: string | null } }> } };

export type FarewellQueryVariables = Exact<{ [key: string]: never; }>;


export type FarewellQuery = { sampleData: { status: SampleStatus, farewell: { going: Array<{ kind: SampleKind, count: number }>, kept: Array<{ kind: KeptSampleKind, name: string, because: Array<{ kind: ReferenceKind, count: number }> }> } | null } };

export type SampleQueryVariables = Exact<{ [key: string]: never; }>;


export type SampleQuery = { sampleData: { status: SampleStatus, offered: boolean, stage: SampleStage | null, progressPercent: number | null, error: string | null, loadedAt: string | null } };

export type LoadSampleMutationVariables = Exact<{ [key: string]: never; }>;


export type LoadSampleMutation = { loadSampleData: { sampleData: { status: SampleStatus } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };

export type RemoveSampleMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveSampleMutation = { removeSampleData: { sampleData: { status: SampleStatus } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> }> } };
