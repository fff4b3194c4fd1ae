import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { Api } from '../api.js';
import type { Context } from '../context.js';
import { unknownKey, withHint } from '../did-you-mean.js';
import { EXIT, Failure } from '../failure.js';
import { addErasureCommands } from './erasure.js';
import { downloadModel } from './model-files.js';

interface Run {
  id: string;
  status: string;
  error: string | null;
  progressPercent: string;
  steps: { name: string; status: string; detail: string | null }[];
  modelVersion: { number: number; gate: { outcome: string; accuracy: string } | null } | null;
}
const RUN =
  'id status error progressPercent steps { name status detail } modelVersion { number gate { outcome accuracy } }';
const OUTCOMES: Record<string, string> = {
  FIRST: 'first model',
  HOLD: 'held',
  PROMOTE_BETTER: 'promoted',
  PROMOTE_NOT_WORSE: 'promoted, not worse',
  REJECT_FLOOR: 'rejected, below the floor',
  REJECT_WORSE: 'rejected, worse',
};
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Follows a run to its end; fails when the run did. */
const watch = async (context: Context, id: string): Promise<void> => {
  const { terminal } = context;
  const api = context.api();
  const told = new Set<string>();
  for (;;) {
    const { pipelineRun: run } = await api.query<{ pipelineRun: Run | null }>(
      `query W($id: ID!) { pipelineRun(id: $id) { ${RUN} } }`,
      { id },
    );
    if (!run) throw unknownKey(`There is no pipeline and no run ${id}.`);
    for (const step of run.steps.filter(
      (one) => !['PENDING', 'RUNNING'].includes(one.status) && !told.has(one.name),
    )) {
      told.add(step.name);
      terminal.progressDone();
      terminal.say(
        `${step.name.toLowerCase()}: ${step.status.toLowerCase()}${step.detail ? `, ${step.detail}` : ''}`,
      );
    }
    if (run.status !== 'RUNNING' && run.status !== 'QUEUED') {
      terminal.progressDone();
      const gate = run.modelVersion?.gate;
      const model = run.modelVersion
        ? `, v${run.modelVersion.number}${gate ? `, ${OUTCOMES[gate.outcome] ?? gate.outcome}, ${gate.accuracy} % right` : ''}`
        : '';
      terminal.answer(run, `${terminal.paint(run.status.toLowerCase())}${model}`);
      if (run.status !== 'SUCCEEDED') throw new Failure(run.error ?? `The run ended as ${run.status}.`);
      return;
    }
    terminal.progress(
      `${run.steps.find((step) => step.status === 'RUNNING')?.name.toLowerCase() ?? 'queued'} ${run.progressPercent} %`,
    );
    await wait(1000);
  }
};

const versionId = async (api: Api, pipeline: string, number: string): Promise<string> => {
  const { modelVersions } = await api.query<{ modelVersions: { nodes: { id: string; number: number }[] } }>(
    'query V($pipeline: String!) { modelVersions(pipeline: $pipeline, first: 100) { nodes { id number } } }',
    { pipeline },
  );
  const found = modelVersions.nodes.find((one) => one.number === Number(number.replace(/^v/, '')));
  if (!found) throw unknownKey(`${pipeline} has no version ${number}.`);
  return found.id;
};

/** pipeline, dataset and model. */
export const addMlCommands = (program: Command, context: Context): void => {
  const { terminal } = context;
  const pipeline = program.command('pipeline').description('run and watch pipelines');
  pipeline
    .command('run')
    .argument('<key>')
    .description('start a run')
    .option('-w, --watch', 'stay until it ends')
    .action(async (key: string, options: { watch?: boolean }) => {
      const api = context.api();
      const { run } = await withHint(api, { list: 'pipelines', key }, () =>
        api.write<{ run: { id: string; status: string }; userErrors: [] }>(
          'mutation R($key: String!, $idempotencyKey: String) { runPipeline(key: $key, idempotencyKey: $idempotencyKey) { run { id status } userErrors { code message path } } }',
          { key, idempotencyKey: randomUUID() },
        ),
      );
      if (options.watch) await watch(context, run.id);
      else terminal.answer(run, run.id);
    });
  pipeline
    .command('watch')
    .argument('<key>', 'pipeline (its newest run) or id of a run')
    .description('follow a run to its end')
    .action(async (key: string) => {
      const api = context.api();
      const { pipeline: found } = await api.query<{
        pipeline: { runs: { nodes: { id: string }[] } } | null;
      }>('query P($key: String!) { pipeline(key: $key) { runs(first: 1) { nodes { id } } } }', { key });
      if (found && !found.runs.nodes[0]) throw unknownKey(`${key} has no run yet.`);
      await withHint(api, { list: 'pipelines', key }, () => watch(context, found?.runs.nodes[0]?.id ?? key));
    });
  const dataset = program.command('dataset').description('import and check datasets');
  dataset
    .command('import')
    .argument('<key>')
    .description('take manifests under an import root of the server into a dataset')
    .requiredOption('--root <folder>', 'on the server')
    .option('--training <manifest>', 'training manifest', 'training.csv')
    .option('--validation <manifest>', 'validation manifest', 'validation.csv')
    .addOption(
      new Option('--size <policy>', 'what to do with other sizes')
        .choices(['resize', 'center-crop', 'strict'])
        .default('resize'),
    )
    .option('--quarantine', 'drop bad rows instead of failing')
    .action(
      async (
        key: string,
        options: { root: string; training: string; validation: string; size: string; quarantine?: boolean },
      ) => {
        const payload = await context
          .api()
          .write<{ dataset: { key: string; classNames: string[] }; userErrors: [] }>(
            'mutation I($input: ImportDatasetInput!) { importDataset(input: $input) { dataset { id key classNames } userErrors { code message path } } }',
            {
              input: {
                key,
                root: options.root,
                trainingManifest: options.training,
                validationManifest: options.validation,
                sizePolicy: options.size.toUpperCase().replaceAll('-', '_'),
                quarantine: options.quarantine ?? false,
              },
            },
          );
        terminal.answer(payload.dataset, `${key}: ${payload.dataset.classNames.length} classes`);
      },
    );
  dataset
    .command('check')
    .argument('<key>')
    .description('check every row and picture; fails when the verdict is FAIL')
    .action(async (key: string) => {
      const api = context.api();
      const read = async () => {
        const { dataset: found } = await api.query<{
          dataset: {
            report: {
              verdict: string;
              digest: string;
              findings: { code: string; severity: string; count: number; message: string }[];
            } | null;
          } | null;
        }>(
          'query C($key: String!) { dataset(key: $key) { report { verdict digest usableTraining usableValidation findings { code severity count firstRow message } } } }',
          { key },
        );
        if (!found) throw unknownKey(`There is no dataset ${key}.`);
        return found.report;
      };
      const before = JSON.stringify(await withHint(api, { list: 'datasets', key }, read));
      await api.write(
        'mutation V($key: String!) { validateDataset(key: $key) { dataset { id } userErrors { code message path } } }',
        { key },
      );
      let report = await read();
      // an unchanged dataset has an equal report: after ten looks the one that is there counts
      for (let look = 0; report === null || (JSON.stringify(report) === before && look < 10); look++) {
        terminal.progress('checking');
        await wait(500);
        report = await read();
      }
      terminal.progressDone();
      terminal.answer(
        report,
        [
          terminal.paint(report.verdict.toLowerCase()),
          ...report.findings.map((one) => `${one.severity.toLowerCase()} ${one.code}: ${one.message}`),
        ].join('\n'),
      );
      if (report.verdict === 'FAIL') throw new Failure(`${key} fails its checks.`, EXIT.refused);
    });
  addErasureCommands(dataset, context);
  const model = program.command('model').description('deploy, roll back and download models');
  model
    .command('promote')
    .argument('<pipeline>')
    .argument('<version>')
    .description('deploy a version')
    .option('--force <reason>', 'although the gate did not pass it; admins only, audited')
    .action(async (key: string, number: string, options: { force?: string }) => {
      const api = context.api();
      const payload = await api.write<{
        modelVersion: { number: number; deployment: string };
        userErrors: [];
      }>(
        'mutation P($id: ID!, $forceReason: String) { promoteModel(id: $id, forceReason: $forceReason) { modelVersion { number deployment } userErrors { code message path } } }',
        {
          id: await withHint(api, { list: 'pipelines', key }, () => versionId(api, key, number)),
          forceReason: options.force,
        },
      );
      terminal.answer(
        payload.modelVersion,
        `v${payload.modelVersion.number}: ${payload.modelVersion.deployment.toLowerCase()}`,
      );
    });
  model
    .command('rollback')
    .argument('<pipeline>')
    .description('the version before serves again')
    .requiredOption('-r, --reason <words>', 'kept in the audit log')
    .action(async (key: string, options: { reason: string }) => {
      const payload = await context
        .api()
        .write<{ modelVersion: { number: number; deployment: string }; userErrors: [] }>(
          'mutation B($pipeline: String!, $reason: String!) { rollbackModel(pipeline: $pipeline, reason: $reason) { modelVersion { number deployment } userErrors { code message path } } }',
          { pipeline: key, reason: options.reason },
        );
      terminal.answer(
        payload.modelVersion,
        `v${payload.modelVersion.number}: ${payload.modelVersion.deployment?.toLowerCase() ?? 'live'}`,
      );
    });
  model
    .command('download')
    .argument('<pipeline>')
    .argument('<version>')
    .description('fetch the files of a version and compare their SHA-256')
    .option('-o, --out <folder>', 'where to', '.')
    .action(async (key: string, number: string, options: { out: string }) => {
      const api = context.api();
      await downloadModel(
        context,
        api,
        await withHint(api, { list: 'pipelines', key }, () => versionId(api, key, number)),
        options.out,
      );
    });
};
