import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
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

  it('runs nothing in a spreadsheet and comes back as it was, whatever the cells say', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', '\n', ','), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(toCsv(['a', 'b'], rows), { bom: true, record_delimiter: '\r\n' });
        expect(read).toHaveLength(rows.length + 1);
        for (const [i, row] of rows.entries())
          for (const [j, value] of row.entries()) {
            const shown = read[i + 1]?.[j] ?? '';
            expect([value, `'${value}`]).toContain(shown);
            if (!/^-?\d+(\.\d+)?$/.test(shown)) expect(shown).not.toMatch(/^[=+\-@\t\r]/);
          }
      }),
      { numRuns: 500 },
    );
  });
});
