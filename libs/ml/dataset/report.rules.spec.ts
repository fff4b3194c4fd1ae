import { describe, expect, it } from 'vitest';
import { NOTHING_ACCEPTED } from '../check/acceptance.rules.js';
import type { Split } from '../check/finding.js';
import { readThresholds } from '../check/thresholds.rules.js';
import type { RowFault } from './dataset-row.entity.js';
import type { MeasuredRow } from './dataset-row.repository.js';
import { RowCollector, reportFindings } from './report.rules.js';

const row = (split: Split, line: number, fault?: RowFault['code'], pixelSha?: string): MeasuredRow => ({
  position: line,
  split,
  line,
  path: `${line}.pgm`,
  name: `c${line % 2}`,
  label: line % 2,
  objectSha: null,
  faults: fault ? [{ code: fault, severity: 'FAIL', message: 'is bad' }] : [],
  usable: !fault,
  quarantineId: null,
  pixelSha: pixelSha ?? (fault === 'PATH_MISSING' ? null : `${split}${line}`),
  hash: fault === 'PATH_MISSING' ? null : hex(line * 2654435761 + (split === 'TRAINING' ? 0 : 77)),
  mirror: fault === 'PATH_MISSING' ? null : hex(line * 40503 + 12345),
  sharpness: 100,
  mean: 120,
  deviation: 40,
  grey: true,
});
const hex = (seed: number): string =>
  (((seed % 2 ** 32) * 0x9e3779b1) % 2 ** 48).toString(16).padStart(16, '0').slice(0, 16);

function judged(rows: MeasuredRow[], limit: number) {
  const collected = new RowCollector(['c0', 'c1'], [], NOTHING_ACCEPTED);
  for (const one of rows) collected.add(one);
  const count = (split: Split) => rows.filter((one) => one.split === split).length;
  return reportFindings({
    collected,
    rows: { TRAINING: count('TRAINING'), VALIDATION: count('VALIDATION') },
    hasValidation: count('VALIDATION') > 0,
    quarantine: true,
    hints: {},
    thresholds: readThresholds({ QUARANTINE: { limit } }).thresholds,
    more: [],
  });
}
const findings = (rows: MeasuredRow[], limit: number): string[] =>
  judged(rows, limit).map(({ severity, code, split }) => `${severity} ${code} ${split}`);
const many = (split: Split, count: number, bad = 0): MeasuredRow[] =>
  Array.from({ length: count }, (_, i) => row(split, i + 1, i < bad ? 'PATH_MISSING' : undefined));

describe('reportFindings', () => {
  it('drops exactly as many bad rows as the limit says, whatever binary fractions make of it', () => {
    expect(findings(many('TRAINING', 100, 29), 0.29)).toContain('WARN PATH_MISSING TRAINING');
    expect(findings(many('TRAINING', 100, 30), 0.29)).toContain('FAIL PATH_MISSING TRAINING');
  });

  it('says why it does not drop, and how much it would', () => {
    const message = (bad: number) =>
      judged(many('TRAINING', 20, bad), 0.05).find(({ code }) => code === 'PATH_MISSING')?.message;
    expect(message(1)).toBe('1 of 20 files not found, e.g. 1.pgm. Dropped by quarantine.');
    expect(message(2)).toBe(
      '2 of 20 files not found, e.g. 1.pgm. Not dropped: quarantine takes at most 5 %, and 2 of 20 rows are bad.',
    );
  });

  it('keeps a path of any length whole, and its sentence short', () => {
    const [long] = many('TRAINING', 1, 1);
    const found = judged([{ ...long!, path: 'x'.repeat(100_000) }], 0).find(
      ({ code }) => code === 'PATH_MISSING',
    );
    expect(found?.message.length).toBeLessThan(400);
    expect(found?.pictures[0]?.path).toHaveLength(100_000);
  });

  it('never drops a whole split', () => {
    expect(findings(many('TRAINING', 6, 6), 1)).toContain('FAIL PATH_MISSING TRAINING');
    const validation = [...many('TRAINING', 20), ...many('VALIDATION', 5, 5)];
    expect(findings(validation, 1)).toContain('FAIL PATH_MISSING VALIDATION');
    expect(judged(validation, 1)[0]?.message).toContain('no row of this split would be left');
  });

  it('does not compare what it dropped', () => {
    const leaking = (limit: number) =>
      findings(
        [
          ...many('TRAINING', 19),
          row('TRAINING', 20, 'SHAPE_MISMATCH', 'VALIDATION1'),
          ...many('VALIDATION', 20),
        ],
        limit,
      ).filter((one) => one.includes('LEAK_EXACT'));
    expect(leaking(0.05)).toEqual([]);
    expect(leaking(0.04)).toEqual(['FAIL LEAK_EXACT BOTH']);
  });
});
