import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patternPicture, writePatterns } from '../factories/pattern-pictures.js';
import { childrenOf, Installation, rounds, runs, until } from './installation.js';

interface Run {
  status: string;
  error: string | null;
  log: string[];
  steps: { name: string; status: string; detail: string | null }[];
}

const READ = `query ($id: ID!) { pipelineRun(id: $id) { status error log(last: 1000) steps { name status detail } } }`;

describe('a pipeline under kill -9', () => {
  const untoil = new Installation();
  const root = mkdtempSync(join(tmpdir(), 'untoil-killed-'));
  const [name] = writePatterns(root, 2, 20, 6);

  beforeAll(async () => {
    await untoil.start({ UNTOIL_IMPORT_ROOTS: root });
    await untoil.ask(
      `mutation ($data: ImportDatasetInput!, $pipeline: CreatePipelineInput!) {
        createService(input: { key: "faces", name: "Faces" }) { userErrors { code } }
        importDataset(input: $data) { userErrors { code message } }
        createPipeline(input: $pipeline) { userErrors { code message } }
      }`,
      {
        data: { key: 'bars', root, trainingManifest: 'training.csv', validationManifest: 'validation.csv' },
        pipeline: {
          key: 'bars',
          service: 'faces',
          dataset: 'bars',
          gate: { floorPercent: '10' },
          training: {
            batchSize: 16,
            steps: 300,
            learningRate: 0.0005,
            checkpointEverySteps: 10,
            augment: false,
          },
        },
      },
    );
  });
  afterAll(async () => {
    await untoil.remove();
    rmSync(root, { recursive: true, force: true });
  });

  const read = async (id: string) => (await untoil.ask<{ pipelineRun: Run }>(READ, { id })).pipelineRun;
  const predict = () =>
    fetch(`http://127.0.0.1:${untoil.port}/v1/models/bars:predict`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${untoil.token}` },
      body: JSON.stringify({ instances: [{ b64: patternPicture(0, 999).toString('base64') }] }),
    });

  it('goes on with the training of a killed worker within 30 s and ends live', async () => {
    const started = await untoil.ask<{ runPipeline: { run: { id: string } } }>(
      `mutation { runPipeline(key: "bars") { run { id } userErrors { code message } } }`,
    );
    const { id } = started.runPipeline.run;
    const starts = (run: Run) => run.log.filter((line) => line.includes('TRAIN started')).length;
    const waits: number[] = [];
    for (let round = 1; round <= rounds(1, 5); round++) {
      const checkpointed = (run: Run) =>
        Number(/step (\d+)/.exec(run.steps[2]?.detail ?? '')?.[1] ?? 0) > round * 10;
      await until('some steps', async () => checkpointed(await read(id)), 120_000);
      await untoil.kill('worker');
      const killed = Date.now();
      await until('the next attempt', async () => starts(await read(id)) > round, 60_000);
      waits.push((Date.now() - killed) / 1000);
    }
    const ended = await until(
      'the end',
      async () => {
        const run = await read(id);
        return run.status === 'QUEUED' || run.status === 'RUNNING' ? null : run;
      },
      400_000,
    );
    expect([ended.status, ended.error]).toEqual(['SUCCEEDED', null]);
    expect(ended.log.join('\n')).toMatch(/Resumed after step \d+/);
    console.info(`picked up again after ${waits.map((wait) => wait.toFixed(1)).join(', ')} s`);
    expect(Math.max(...waits)).toBeLessThanOrEqual(30);
  }, 600_000);

  it('answers predictions again after its serving process was killed, without an error', async () => {
    const first = await predict();
    expect(first.status).toBe(200);
    expect(((await first.json()) as { predictions: { label: string }[] }).predictions[0]?.label).toBe(name);
    for (let round = 0; round < rounds(2, 20); round++) {
      const [pid] = await until('a serving process', () => {
        const found = childrenOf(untoil.pidOf('worker'), 'serving-process');
        return found.length > 0 ? found : null;
      });
      process.kill(pid as number, 'SIGKILL');
      await until('its end', () => !runs(pid as number));
      const before = Date.now();
      expect((await predict()).status).toBe(200);
      console.info(`answered ${((Date.now() - before) / 1000).toFixed(1)} s after kill -9`);
    }
  }, 120_000);

  it('answers predictions while its worker is being replaced', async () => {
    await untoil.kill('worker');
    for (let asked = 0; asked < 20; asked++) expect((await predict()).status).toBe(200);
  }, 60_000);

  // R18: the whole way, as somebody goes it whose machine has died.
  it('is backed up while it runs, and answers alike after a restore on an empty machine', async () => {
    const file = join(root, 'all.untoil');
    // Each prediction has an id of its own.
    const answer = async () => {
      const { predictions } = (await (await predict()).json()) as { predictions: { id?: string }[] };
      return predictions.map(({ id: _, ...said }) => said);
    };
    const before = await answer();
    const began = Date.now();
    const made = await untoil.command(['backup', file]);
    expect([made.code, made.output]).toEqual([
      0,
      expect.stringMatching(/\d+ tables with \d+ rows, \d+ stored objects/),
    ]);
    const backedUp = Date.now();
    // The first machine has to be gone: two that hold one pipeline would both train it.
    await untoil.stop();
    const empty = new Installation();
    try {
      const restored = await empty.command(['restore', file]);
      expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('Restored the backup')]);
      process.stdout.write(
        `R18: ${made.output.split('\n')[0]?.replace(/^\S+: /, '')}; backup ${backedUp - began} ms and restore ${Date.now() - backedUp} ms with the start of the commands\n`,
      );
      const refused = await empty.command(['restore', file]);
      expect([refused.code, refused.output]).toEqual([
        1,
        expect.stringContaining('There is an installation already'),
      ]);
      empty.port = untoil.port;
      await empty.start({ UNTOIL_IMPORT_ROOTS: root });
      await until('the restored model', async () => (await predict()).status === 200);
      expect(await answer()).toEqual(before);
    } finally {
      await empty.remove();
    }
  }, 180_000);
});
