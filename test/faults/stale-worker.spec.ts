import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePatterns } from '../factories/pattern-pictures.js';
import { childrenOf, Installation, runs, until } from './installation.js';

interface Run {
  status: string;
  error: string | null;
  log: string[];
  steps: { detail: string | null; status: string }[];
  modelVersion: { weightsSha256: string } | null;
  metrics: { series: string; step: number }[];
}

const READ = `query ($id: ID!) { pipelineRun(id: $id) { status error log(last: 1000) steps { detail status } modelVersion { weightsSha256 } metrics(points: 1000) { series step } } }`;
const ROOT = join(import.meta.dirname, '..', '..');

// A machine that sleeps, or a network that comes back: the worker knows nothing of the time that has passed.
describe('a worker that was stopped for longer than its lease', () => {
  const untoil = new Installation();
  const root = mkdtempSync(join(tmpdir(), 'untoil-stale-'));
  writePatterns(root, 2, 20, 6);
  let second: ChildProcess | undefined;

  beforeAll(async () => {
    await untoil.start({ UNTOIL_IMPORT_ROOTS: root });
    const training = {
      batchSize: 16,
      steps: 150,
      learningRate: 0.0005,
      checkpointEverySteps: 10,
      augment: false,
    };
    const pipeline = (key: string) => ({
      key,
      service: 'faces',
      dataset: 'bars',
      gate: { floorPercent: '10' },
      training,
    });
    await untoil.ask(
      `mutation ($data: ImportDatasetInput!, $a: CreatePipelineInput!, $b: CreatePipelineInput!) {
        createService(input: { key: "faces", name: "Faces" }) { userErrors { code } }
        importDataset(input: $data) { userErrors { code message } }
        a: createPipeline(input: $a) { userErrors { code message } }
        b: createPipeline(input: $b) { userErrors { code message } }
      }`,
      {
        data: { key: 'bars', root, trainingManifest: 'training.csv', validationManifest: 'validation.csv' },
        a: pipeline('disturbed'),
        b: pipeline('undisturbed'),
      },
    );
  });
  afterAll(async () => {
    if (second?.exitCode === null) {
      second.kill('SIGKILL');
      await once(second, 'exit');
    }
    await untoil.remove();
    rmSync(root, { recursive: true, force: true });
  });

  const read = async (id: string) => (await untoil.ask<{ pipelineRun: Run }>(READ, { id })).pipelineRun;
  const begin = async (key: string) =>
    (
      await untoil.ask<{ runPipeline: { run: { id: string } } }>(
        `mutation ($key: String!) { runPipeline(key: $key) { run { id } userErrors { code message } } }`,
        { key },
      )
    ).runPipeline.run.id;
  const ended = (id: string) =>
    until(
      'the end of the run',
      async () => {
        const run = await read(id);
        return run.status === 'QUEUED' || run.status === 'RUNNING' ? null : run;
      },
      300_000,
    );

  /** Another worker on the same database and folder, as a second machine would be. */
  const startAnother = async (like: number) => {
    const environment = readFileSync(`/proc/${like}/environ`, 'utf8').split('\0').filter(Boolean);
    second = spawn(process.execPath, [join(ROOT, 'dist', 'apps', 'worker', 'main.js')], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: Object.fromEntries(environment.map((line) => line.split(/=(.*)/s, 2) as [string, string])),
    });
    await once(second, 'message');
  };

  it('has its writes refused once another worker has taken over, and the run ends with the same bytes', async () => {
    const id = await begin('disturbed');
    await until(
      'a checkpoint',
      async () => Number(/^step (\d+)/.exec((await read(id)).steps[2]?.detail ?? '')?.[1] ?? 0) > 25,
      120_000,
    );
    const first = untoil.pidOf('worker');
    const trainer = childrenOf(first, '/trainer.')[0] as number;
    // The training process stops with its worker, or it would be through before the lease has run out.
    for (const pid of [first, trainer]) process.kill(pid, 'SIGSTOP');
    await startAnother(first);
    const attempts = (run: Run) => run.log.filter((line) => line.includes('TRAIN started')).length;
    await until('the second attempt', async () => attempts(await read(id)) === 2, 60_000);
    await until('its first steps', async () => /Resumed after/.test((await read(id)).log.join('\n')), 60_000);
    for (const pid of [trainer, first]) process.kill(pid, 'SIGCONT');
    const run = await ended(id);
    expect([run.status, run.error]).toEqual(['SUCCEEDED', null]);
    await until('the end of the training that was left behind', () => !runs(trainer));
    // Nothing of the first attempt came in between: two attempts, each step once on its curve, one TRAIN that succeeded.
    const after = await read(id);
    expect(attempts(after)).toBe(2);
    const steps = after.metrics.filter(({ series }) => series === 'train/loss').map(({ step }) => step);
    expect(steps.length).toBeGreaterThan(5);
    expect(new Set(steps).size).toBe(steps.length);
    expect(after.log.filter((line) => line.includes('TRAIN succeeded'))).toHaveLength(1);
    const undisturbed = await ended(await begin('undisturbed'));
    expect(after.modelVersion?.weightsSha256).toBe(undisturbed.modelVersion?.weightsSha256);
  }, 600_000);
});
