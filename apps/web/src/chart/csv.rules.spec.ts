import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.rules.js';

describe('toCsv', () => {
  it('quotes what needs quotes and keeps numbers', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x,"y"', -1.5],
          [null, '2'],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n"x,""y""",-1.5\r\n,2\r\n');
  });
  it.each(['=1+1', '+cmd', '-cmd', '@sum', '\tx', '\rx'])('disarms %j', (value) => {
    const body = toCsv(['h'], [[value]])
      .split('\r\n')
      .slice(1)
      .join('\r\n');
    expect(body.replace('"', '').startsWith("'")).toBe(true);
  });
});
