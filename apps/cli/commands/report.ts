import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import { isDay, localDay, shiftDay } from '../line.rules.js';
import { wholeNumber } from '../whole-number.rules.js';

interface Metric {
  percent: string | null;
  nullReason: string | null;
  numeratorSeconds: number;
  denominatorSeconds: number | null;
  lowPercent: string | null;
  highPercent: string | null;
}
const METRIC = 'percent nullReason numeratorSeconds denominatorSeconds lowPercent highPercent';
const words = (code: string) =>
  code === 'ZERO_CAPACITY' ? 'no capacity' : code.toLowerCase().replaceAll('_', ' ');
// a code for scripts stands in front; people read the sentence
const sentence = (notice: string) =>
  notice.replace(/^[A-Z_]+: (.)/, (_, first: string) => first.toUpperCase());
const hours = (seconds: number | null) => (seconds === null ? '–' : `${(seconds / 3600).toFixed(1)} h`);
const share = ({ percent, nullReason }: Metric) =>
  percent === null ? `– ${words(nullReason ?? '')}` : `${Number(percent).toFixed(1)} %`;

/** report and doctor: what is so, and why a queue ended. */
export const addReportCommands = (program: Command, context: Context): void => {
  const { terminal } = context;
  program
    .command('report')
    .description('toil of each service; 13 weeks up to today unless --from and --to say otherwise')
    .option('--from <date>', 'first day, YYYY-MM-DD')
    .option('--to <date>', 'day after the last one')
    .option('--service <key...>', 'these only')
    .addOption(new Option('--view <view>', 'whose hours').choices(['person', 'ticket']).default('person'))
    .addOption(
      new Option('--basis <basis>', 'a share of what')
        .choices(['capacity', 'logged', 'logged-ex-overhead'])
        .default('capacity'),
    )
    .action(
      async (options: { from?: string; to?: string; service?: string[]; view: string; basis: string }) => {
        for (const [name, day] of [
          ['--from', options.from],
          ['--to', options.to],
        ] as const)
          if (day !== undefined && !isDay(day))
            throw new Failure(`${name} takes a date such as 2026-03-02, not "${day}".`, EXIT.usage);
        const to = options.to ?? shiftDay(localDay(new Date()), 1);
        const { toilReport: report } = await context.api().query<{
          toilReport: {
            from: string;
            to: string;
            notices: string[];
            total: Metric;
            services: { service: { key: string }; band: string; toil: Metric }[];
          };
        }>(
          `query R($input: ToilReportInput!) { toilReport(input: $input) { from to notices total { ${METRIC} }
          services { service { key } band toil { ${METRIC} } } } }`,
          {
            input: {
              from: options.from ?? shiftDay(to, -91),
              to,
              services: options.service,
              view: options.view.toUpperCase(),
              basis: options.basis.toUpperCase().replaceAll('-', '_'),
            },
          },
        );
        for (const notice of report.notices) terminal.say(sentence(notice));
        terminal.rows(
          report,
          ['service', 'toil', 'hours', 'of', 'band'],
          [
            ...report.services.map(({ service, band, toil }) => [
              service.key,
              share(toil),
              hours(toil.numeratorSeconds),
              hours(toil.denominatorSeconds),
              terminal.paint(band.toLowerCase()),
            ]),
            [
              'all',
              share(report.total),
              hours(report.total.numeratorSeconds),
              hours(report.total.denominatorSeconds),
              '',
            ],
          ],
          'Nothing to report.',
        );
      },
    );
  program
    .command('doctor')
    .description('why did the queue end? Pass the error text, or - to read it from stdin')
    .argument('[text]', 'what TensorFlow or Untoil printed')
    .option('--dataset <key>', 'read every row of it again')
    .option('--rows <n>', 'usable rows')
    .option('--batch <n>', 'batch size')
    .option('--epochs <n>', 'left out: repeats for ever')
    .option('--served <n>', 'batches served before it ended')
    .action(
      async (
        text: string | undefined,
        options: { dataset?: string; rows?: string; batch?: string; epochs?: string; served?: string },
      ) => {
        const errorText = text === '-' ? readFileSync(0, 'utf8') : text;
        const [usableRows, batchSize] = [
          wholeNumber('--rows', options.rows),
          wholeNumber('--batch', options.batch),
        ];
        if (errorText === undefined && !options.dataset && usableRows === undefined)
          throw new Failure('Give the error text, --dataset, or --rows and --batch.', EXIT.usage);
        const { diagnoseQueue: found } = await context.api().query<{
          diagnoseQueue: {
            verdict: string;
            confidence: string;
            explanation: string;
            queue: string | null;
            findings: {
              code: string;
              count: number;
              firstRow: number | null;
              message: string;
              remedy: string | null;
            }[];
          };
        }>(
          `query D($input: DiagnoseQueueInput!) { diagnoseQueue(input: $input) { verdict confidence explanation queue
            estimatedBadRows shortfall findings { code severity count firstRow message remedy } } }`,
          {
            input: {
              errorText,
              dataset: options.dataset,
              batchesServed: wholeNumber('--served', options.served),
              plan:
                usableRows !== undefined && batchSize !== undefined
                  ? { usableRows, batchSize, epochs: wholeNumber('--epochs', options.epochs) }
                  : undefined,
            },
          },
        );
        terminal.answer(
          found,
          [
            `${found.verdict} (${found.confidence.toLowerCase()})${found.queue ? `, queue ${found.queue}` : ''}`,
            found.explanation,
            ...found.findings.map(
              (one) => `  ${one.code}: ${one.message}${one.remedy ? `\n    what helps: ${one.remedy}` : ''}`,
            ),
          ].join('\n'),
        );
      },
    );
};
