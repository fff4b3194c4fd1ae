import { describe, expect, it, vi } from 'vitest';
import { ForkedEngineChooser } from './choose-engine.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('ForkedEngineChooser', () => {
  it('tells the engine, what proved it, and why a faster one is out', async () => {
    const choice = await new ForkedEngineChooser().choose({ enginesDir: '/nowhere' });
    expect(choice).toMatchObject({ engine: 'wasm', reason: expect.stringContaining('gradients agree') });
    expect(choice.tried[0]).toMatchObject({
      engine: 'native',
      ok: false,
      reason: expect.stringMatching(/engine -- install/),
    });
  });

  it('rejects with a sentence when the asked engine is not there', async () => {
    const chosen = new ForkedEngineChooser().choose({ engine: 'native', enginesDir: '/nowhere' });
    await expect(chosen).rejects.toThrow('No engine can train here');
  });
});
