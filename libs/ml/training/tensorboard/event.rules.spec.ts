import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crc32c, maskedCrc32c } from './crc32c.rules.js';
import { decodeEvent, decodeRecords, encodeEvent, encodeRecord, FILE_VERSION } from './event.rules.js';
import { EventFileWriter, readCurves } from './event-files.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('crc32c', () => {
  it('has the published check value', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(maskedCrc32c(Buffer.from('123456789'))).toBe(0xc78ab0e5);
  });
});

describe('encodeRecord', () => {
  it('writes the first record of a file as TensorBoard does', () => {
    expect(hex(encodeRecord(encodeEvent({ wallTime: 1, fileVersion: FILE_VERSION })))).toBe(
      '1800000000000000a37f4b2209000000000000f03f1a0d627261696e2e4576656e743a3286bf577a',
    );
  });

  it('writes a scalar as TensorBoard does', () => {
    expect(
      hex(encodeRecord(encodeEvent({ wallTime: 2, step: 10, scalars: [{ tag: 'loss', value: 0.5 }] }))),
    ).toBe('1a00000000000000129bd82d090000000000000040100a2a0d0a0b0a046c6f7373150000003f081add56');
  });
});

describe('decodeRecords', () => {
  const records = [1, 2, 3].map((step) =>
    encodeRecord(encodeEvent({ wallTime: step, step, scalars: [{ tag: 'a', value: step }] })),
  );
  const file = Buffer.concat(records);

  it('reads back what was written', () => {
    expect(decodeRecords(file).map((data) => decodeEvent(data).step)).toEqual([1, 2, 3]);
  });

  it('stops at the short tail that a killed writer leaves, wherever it was cut', () => {
    const whole = records[0]!.length + records[1]!.length;
    for (let cut = whole; cut < file.length; cut++)
      expect(decodeRecords(file.subarray(0, cut))).toHaveLength(2);
  });

  it('stops at a damaged record', () => {
    const damaged = Buffer.from(file);
    damaged[records[0]!.length + 14]! ^= 1;
    expect(decodeRecords(damaged)).toHaveLength(1);
  });
});

describe('readCurves', () => {
  it('joins the segments of a training that was killed and resumed, each step once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'events-'));
    const segment = (second: number, after: number, steps: number[]): string => {
      const writer = new EventFileWriter(folder, new Date(second * 1000), after);
      for (const step of steps)
        writer.write(new Date(second * 1000 + step), step, [{ tag: 'train/loss', value: step + second }]);
      writer.close();
      return writer.path;
    };
    const first = segment(100, 0, [10, 20, 30, 40]);
    truncateSync(first, readFileSync(first).length - 5);
    segment(200, 20, [30, 40]);
    segment(200, 40, [50]);
    writeFileSync(join(folder, 'not-an-event-file'), 'x');
    expect(readCurves(folder).get('train/loss')).toEqual([
      { step: 10, value: 110 },
      { step: 20, value: 120 },
      { step: 30, value: 230 },
      { step: 40, value: 240 },
      { step: 50, value: 250 },
    ]);
  });

  it('forgets a segment whose training had to start again from nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'events-'));
    for (const second of [100, 200]) {
      const writer = new EventFileWriter(folder, new Date(second * 1000), 0);
      writer.write(new Date(second * 1000), 10, [{ tag: 'train/loss', value: second }]);
      writer.close();
    }
    expect(readCurves(folder).get('train/loss')).toEqual([{ step: 10, value: 200 }]);
  });
});
