import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkPlan } from '../../engine/network.rules.js';
import { firstState } from '../loop/loop-state.js';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from './checkpoint.rules.js';
import { CheckpointFolder } from './checkpoint-folder.js';

const plan = networkPlan('SEED_3X3', 2, 32);
const filled = (value: number): Float32Array[] =>
  plan.tensors.map(({ length }) => new Float32Array(length).fill(value));
const at = (step: number, specDigest = 'spec'): Checkpoint => ({
  identity: { specDigest, dataDigest: 'data', codeDigest: 'code', engineIdentity: 'engine' },
  loop: { ...firstState(), step, looks: 3 },
  tensors: { weights: filled(step), mean: filled(step + 0.25), square: filled(step + 0.5) },
});
const bytesOf = (checkpoint: Checkpoint): Buffer => Buffer.concat(encodeCheckpoint(checkpoint).parts);

describe('decodeCheckpoint', () => {
  const bytes = bytesOf(at(7));

  it('gives back what was encoded', () => {
    const back = decodeCheckpoint(bytes, plan)!;
    expect(back.identity).toEqual(at(7).identity);
    expect(back.loop).toEqual(at(7).loop);
    expect(back.tensors.square.map((values) => values[0])).toEqual(plan.tensors.map(() => 7.5));
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half of it', bytes.subarray(0, bytes.length >> 1)],
    ['all but the last byte', bytes.subarray(0, bytes.length - 1)],
    ['one byte too many', Buffer.concat([bytes, Buffer.alloc(1)])],
    ['a flipped bit in the middle', Buffer.from(bytes).fill(0xff, 50_000, 50_001)],
  ])('refuses %s', (_name, damaged) => {
    expect(decodeCheckpoint(damaged, plan)).toBeNull();
  });

  it('refuses the checkpoint of another network', () => {
    expect(decodeCheckpoint(bytes, networkPlan('SEED_3X3', 3, 32))).toBeNull();
  });
});

describe('CheckpointFolder', () => {
  const root = mkdtempSync(join(tmpdir(), 'checkpoints-'));
  let folder: CheckpointFolder;
  beforeAll(async () => {
    folder = await CheckpointFolder.open(join(root, 'run'), 3);
    for (const step of [10, 20, 30]) await folder.save(at(step));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('keeps the last two and nothing half-written', () => {
    expect(readdirSync(folder.path).sort()).toEqual([
      'fence',
      'step-000000020.checkpoint',
      'step-000000030.checkpoint',
    ]);
  });

  it('finds the newest', async () => {
    expect((await folder.latest(plan, 'spec', 'data')).found?.loop.step).toBe(30);
  });

  it('falls back to the one before when the newest is damaged, and says so', async () => {
    const path = join(folder.path, 'step-000000030.checkpoint');
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, 1000));
    const { found, skipped } = await folder.latest(plan, 'spec', 'data');
    expect(found?.loop.step).toBe(20);
    expect(skipped).toEqual(['step-000000030.checkpoint is not whole']);
    writeFileSync(path, whole);
  });

  it('leaves checkpoints of another specification or other data alone', async () => {
    expect((await folder.latest(plan, 'other', 'data')).found).toBeNull();
    expect((await folder.latest(plan, 'spec', 'other')).skipped[0]).toContain('other data');
  });

  it('lets a later attempt in, and stops the earlier one from writing', async () => {
    const later = await CheckpointFolder.open(folder.path, 4);
    await expect(folder.save(at(40))).rejects.toMatchObject({ code: 'FENCED' });
    await later.save(at(40));
    await expect(CheckpointFolder.open(folder.path, 3)).rejects.toMatchObject({ code: 'FENCED' });
  });

  it('names the file that it cannot write', async () => {
    const gone = await CheckpointFolder.open(join(root, 'gone'), null);
    rmSync(gone.path, { recursive: true });
    await expect(gone.write('final.weights', [Buffer.from('x')])).rejects.toMatchObject({
      code: 'CHECKPOINT_UNWRITABLE',
    });
  });
});
