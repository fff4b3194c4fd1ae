/** What a text of the sources is given to, and why no page shows it. */
const RECEIVERS: [receiver: RegExp, reason: string][] = [
  [/(^|\.)(log|reporter)\.\w+$|stderr\.write$|chronicle\.lines$|^line:$/, 'the log is English'],
  [/\.(query|where|andWhere|select|innerJoin)$|createQueryBuilder|^(Statement|Raw)$/, 'SQL'],
  [/^(skipped|skipped\.push)$/, 'the outcome of a job, for the log'],
  [/^(registerEnumType|scalar|description:|help:|this\.gauge)$/, 'describes the schema or a metric'],
  [/^(setting|ConfigurationError)$/, 'said at the start, to who runs the server'],
  [/^(name:|name =|runId =)$/, 'a name of a thread or in data, which people may change'],
];

/** Places of the sources whose texts no page shows, and why. */
const PLACES: [place: RegExp, reason: string][] = [
  [/\.repository\.ts:|describe-schema|survey-facts/, 'SQL'],
  [/^libs\/platform\/(postgres|backup|config|database)\//, 'said at the start or by a command'],
  [/^libs\/platform\/jobs\/|^apps\/(api|worker)\/(emit-schema|main)\.ts/, 'said at the start, or in the log'],
  [/draw-face\.rules|\/export\/|preprocessing\.rules|entry-point|import-format/, 'what stands in files'],
  [/sample-story\.rules/, 'names in data, which people may change'],
  [/link-mail|reminder-mail|alerts\/notice\/|release-text\.rules|github-releases/, 'a mail, or for GitHub'],
  [
    /^libs\/toil\/github\/(?!github-repositories|deployment-outcomes)/,
    'the outcome of a delivery, for its sender',
  ],
  [
    /http\/(health|metrics|state-metrics|github-webhook|alertmanager-webhook|export|read-body|pages)/,
    'for other systems',
  ],
  [
    /^apps\/api\/graphql\/(?!api-error|guarded-schema|node\.resolver|mask-error|unwritable)/,
    'for programmers',
  ],
  [/policy\.resolver|run\.resolver|capture\.input/, 'for programmers'],
  [/write-weekly-report|step-opener|mail-reminders|judge-feedback/, 'the outcome of a job, for the log'],
  [/explanation\.rules|scorecard\.rules/, 'no page asks for it'],
  [
    /secret-box|(decimal|rational)\.rules|load-predictor/,
    'a fault of the code or its set-up; callers see it masked',
  ],
];

/** Single texts that no page shows, and why. */
const TEXTS: [text: RegExp, reason: string][] = [
  [/: first must lie between|^Send multipart|^The only thing to post|^Only the API may/, 'for programmers'],
  [/ is out: |^The drawing thread|exports no kernels/, 'about engines, for the log'],
  [/^the account that does not exist$/, 'is no sentence'],
];

/** Why a text may stay English; null when people see it in the pages. */
export const reasonForEnglish = (place: string, givenTo: string, text: string): string | null => {
  const said = [
    ...PLACES.filter(([pattern]) => pattern.test(place)),
    ...RECEIVERS.filter(([pattern]) => pattern.test(givenTo)),
    ...TEXTS.filter(([pattern]) => pattern.test(text)),
  ];
  return said[0]?.[1] ?? null;
};
