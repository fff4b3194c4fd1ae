import { describe, expect, it } from 'vitest';
import { layersOf } from './layer-text.rules.js';

describe('layersOf', () => {
  it('reads filters, pools and dense layers', () => {
    expect(layersOf('conv1 [3,3,3,16] pool 2\nflatten\n\nfc1 512\npool 2')).toEqual({
      layers: [
        { name: 'conv1', kind: 'conv', filter: [3, 3, 3, 16], pool: 2 },
        { name: 'flatten2', kind: 'flatten' },
        { name: 'fc1', kind: 'dense', units: 512 },
        { name: 'pool4', kind: 'pool', pool: 2 },
      ],
      wrong: null,
    });
  });
  it.each(['conv1 [3,3,3]', 'what', 'conv [a,b,c,d]'])('names the line that it cannot read: %s', (line) => {
    expect(layersOf(`fc 5\n${line}`)).toEqual({
      layers: [{ name: 'fc', kind: 'dense', units: 5 }],
      wrong: line,
    });
  });
});
