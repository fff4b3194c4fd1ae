import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answeringOptions } from './answering-engine.js';

describe('answeringOptions', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-answering-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const engines = (gpu: boolean): string => {
    const folder = join(root, gpu ? 'gpu' : 'cpu');
    mkdirSync(join(folder, 'tensorflow-1'), { recursive: true });
    const passport = { format: 1, tensorflow: '1', gpu, addon: 'addon.node' };
    writeFileSync(join(folder, 'tensorflow-1', 'engine.json'), JSON.stringify(passport));
    return folder;
  };

  it.each([
    ['auto', false, 'wasm'],
    ['auto', true, undefined],
    ['native', false, undefined],
    ['wasm', true, 'wasm'],
  ] as const)('%s, with an engine for GPUs %s: %s', (wanted, gpu, engine) => {
    expect(answeringOptions(engines(gpu), wanted).engine).toBe(engine);
  });

  it('needs no engine folder', () => {
    expect(answeringOptions(join(root, 'none'), 'auto').engine).toBe('wasm');
  });
});
