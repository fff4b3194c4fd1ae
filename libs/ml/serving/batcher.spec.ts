import { describe, expect, it } from 'vitest';
import { Batcher } from './batcher.js';

function counting() {
  const sizes: number[] = [];
  let release: () => void = () => undefined;
  const gate = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  let held = gate();
  const batcher = new Batcher(
    async (inputs) => {
      sizes.push(inputs.length);
      await held;
      if (inputs[0] === 255) throw new Error('no');
      return Float32Array.from(inputs, (value) => value * 2);
    },
    1,
    4,
    1,
  );
  return {
    batcher,
    sizes,
    open: () => release(),
    hold: () => {
      held = gate();
    },
  };
}

describe('Batcher', () => {
  it('answers each question with its own answer', async () => {
    const { batcher, open } = counting();
    const asked = [1, 2, 3, 4, 5, 6].map((value) => batcher.ask(Uint8Array.of(value)));
    open();
    expect((await Promise.all(asked)).map((answer) => answer[0])).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it('gathers what comes while it computes, up to the largest batch', async () => {
    const { batcher, sizes, open } = counting();
    const asked = Array.from({ length: 7 }, (_, i) => batcher.ask(Uint8Array.of(i)));
    expect([sizes, batcher.backlog]).toEqual([[1], 6]);
    open();
    await Promise.all(asked);
    expect(sizes).toEqual([1, 4, 2]);
  });

  it('fails only the questions of the failed batch', async () => {
    const { batcher, open } = counting();
    const bad = batcher.ask(Uint8Array.of(255));
    const good = batcher.ask(Uint8Array.of(7));
    open();
    await expect(bad).rejects.toThrow('no');
    expect((await good)[0]).toBe(14);
  });
});
