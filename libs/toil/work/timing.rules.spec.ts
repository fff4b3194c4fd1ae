import { describe, expect, it } from 'vitest';
import { Refusal } from '#platform';
import { readTiming, type Timing, type TimingInput } from './timing.rules.js';

const frame = { nowMs: Date.parse('2026-03-10T12:00:00Z'), zone: 'Asia/Seoul' };
const at = (text: string): Date => new Date(text);
const DATED: Timing = { date: '2026-03-04', seconds: 3600 };
const CLOCKED: Timing = {
  startMs: Date.parse('2026-03-04T00:00:00Z'),
  endMs: Date.parse('2026-03-04T01:00:00Z'),
};

function faults(input: TimingInput, before: Timing | null = null): [string, string][] {
  const read = readTiming(input, frame, before);
  return Array.isArray(read) ? read.map((fault: Refusal) => [fault.code, fault.path.join('.')]) : [];
}

describe('readTiming', () => {
  it('reads instants to whole seconds', () => {
    expect(
      readTiming({ start: at('2026-03-04T00:00:00.900Z'), end: at('2026-03-04T01:00:00.100Z') }, frame),
    ).toEqual(CLOCKED);
  });

  it('reads wall-clock time', () => {
    const input = {
      startLocal: { local: '2026-03-04T09:00', zone: 'Asia/Seoul' },
      endLocal: { local: '2026-03-04T10:00', zone: 'Asia/Seoul' },
    };
    expect(readTiming(input, frame)).toEqual(CLOCKED);
  });

  it('reads date and duration', () => {
    expect(readTiming({ date: '2026-03-04', duration: '1h' }, frame)).toEqual(DATED);
  });

  it('takes today where the reporting zone already has it', () => {
    const late = { ...frame, nowMs: Date.parse('2026-03-10T16:00:00Z') };
    expect(readTiming({ date: '2026-03-11', duration: '1h' }, late)).toEqual({
      date: '2026-03-11',
      seconds: 3600,
    });
  });

  const berlin = (local: string, fold?: number) => ({ local, zone: 'Europe/Berlin', fold });
  it.each<[string, TimingInput, [string, string][]]>([
    ['nothing', {}, [['INVALID_INPUT', 'input.start']]],
    [
      'both forms',
      { start: at('2026-03-04T00:00Z'), end: at('2026-03-04T01:00Z'), date: '2026-03-04', duration: '1h' },
      [['INVALID_INPUT', 'input.date']],
    ],
    ['start alone', { start: at('2026-03-04T00:00Z') }, [['INVALID_INPUT', 'input.end']]],
    ['date alone', { date: '2026-03-04' }, [['INVALID_INPUT', 'input.duration']]],
    ['duration alone', { duration: '1h' }, [['INVALID_INPUT', 'input.date']]],
    [
      'end before start',
      { start: at('2026-03-04T01:00Z'), end: at('2026-03-04T00:00Z') },
      [['END_BEFORE_START', 'input.end']],
    ],
    [
      'no length',
      { start: at('2026-03-04T01:00Z'), end: at('2026-03-04T01:00Z') },
      [['END_BEFORE_START', 'input.end']],
    ],
    [
      'a future start',
      { start: at('2026-03-11T01:00Z'), end: at('2026-03-11T02:00Z') },
      [['INVALID_INPUT', 'input.start']],
    ],
    [
      'a future end',
      { start: at('2026-03-10T01:00Z'), end: at('2026-03-10T13:00Z') },
      [['INVALID_INPUT', 'input.end']],
    ],
    ['a future date', { date: '2026-03-11', duration: '1h' }, [['INVALID_INPUT', 'input.date']]],
    [
      'a month',
      { start: at('2026-02-01T01:00Z'), end: at('2026-03-01T01:00Z') },
      [['INVALID_INPUT', 'input.end']],
    ],
    [
      'the last century',
      { start: at('1999-12-31T01:00Z'), end: at('1999-12-31T02:00Z') },
      [['INVALID_INPUT', 'input.start']],
    ],
    ['a negative duration', { date: '2026-03-04', duration: '-1h' }, [['INVALID_INPUT', 'input.duration']]],
    ['no duration at all', { date: '2026-03-04', duration: '0m' }, [['INVALID_INPUT', 'input.duration']]],
    ['more than a day', { date: '2026-03-04', duration: '24h1m' }, [['INVALID_INPUT', 'input.duration']]],
    [
      'two faults',
      { date: '2026-03-11', duration: 'x' },
      [
        ['INVALID_INPUT', 'input.date'],
        ['INVALID_INPUT', 'input.duration'],
      ],
    ],
    [
      'start twice',
      {
        start: at('2026-03-04T00:00Z'),
        startLocal: berlin('2026-03-04T01:00'),
        end: at('2026-03-04T01:00Z'),
      },
      [['INVALID_INPUT', 'input.startLocal']],
    ],
    [
      'an ambiguous hour',
      { startLocal: berlin('2025-10-26T02:30'), endLocal: berlin('2025-10-26T04:00') },
      [['AMBIGUOUS_LOCAL_TIME', 'input.startLocal']],
    ],
    [
      'a skipped hour',
      { startLocal: berlin('2025-03-30T02:30', 1), endLocal: berlin('2025-03-30T04:00') },
      [['NONEXISTENT_LOCAL_TIME', 'input.startLocal']],
    ],
    [
      'a wild fold',
      { startLocal: berlin('2025-10-26T02:30', 2), endLocal: berlin('2025-10-26T04:00') },
      [['INVALID_INPUT', 'input.startLocal.fold']],
    ],
    [
      'a wild zone',
      { startLocal: { local: '2025-10-26T02:30', zone: 'Nowhere' }, endLocal: berlin('2025-10-26T04:00') },
      [['INVALID_INPUT', 'input.startLocal.zone']],
    ],
    [
      'an offset on the wall clock',
      { startLocal: berlin('2025-10-26T02:30Z'), endLocal: berlin('2025-10-26T04:00') },
      [['INVALID_INPUT', 'input.startLocal.local']],
    ],
  ])('refuses %s', (_, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });

  it('offers both candidates of an ambiguous hour', () => {
    const read = readTiming(
      { startLocal: berlin('2025-10-26T02:30'), endLocal: berlin('2025-10-26T04:00') },
      frame,
    );
    expect((read as Refusal[])[0]!.details).toMatchObject({ candidates: [{ fold: 0 }, { fold: 1 }] });
  });

  it('reads the second of an ambiguous hour', () => {
    const read = readTiming(
      { startLocal: berlin('2025-10-26T02:30', 0), endLocal: berlin('2025-10-26T02:30', 1) },
      frame,
    );
    expect(read).toEqual({
      startMs: Date.parse('2025-10-26T00:30:00Z'),
      endMs: Date.parse('2025-10-26T01:30:00Z'),
    });
  });

  describe('of a change', () => {
    it.each<[string, TimingInput, Timing, Timing]>([
      ['keeps what is left out', {}, CLOCKED, CLOCKED],
      [
        'moves the end and not the start',
        { end: at('2026-03-04T02:00Z') },
        CLOCKED,
        { ...CLOCKED, endMs: Date.parse('2026-03-04T02:00Z') },
      ],
      [
        'moves the end by a duration',
        { duration: '2h' },
        CLOCKED,
        { ...CLOCKED, endMs: Date.parse('2026-03-04T02:00Z') },
      ],
      ['moves the date', { date: '2026-03-05' }, DATED, { ...DATED, date: '2026-03-05' }],
      ['lengthens', { duration: '90m' }, DATED, { ...DATED, seconds: 5400 }],
      [
        'gives up the clock',
        { date: '2026-03-05', duration: '2h' },
        CLOCKED,
        { date: '2026-03-05', seconds: 7200 },
      ],
    ])('%s', (_, input, before, after) => {
      expect(readTiming(input, frame, before)).toEqual(after);
    });

    it('needs both clock times where there were none', () => {
      expect(faults({ end: at('2026-03-04T02:00Z') }, DATED)).toEqual([['INVALID_INPUT', 'input.start']]);
    });
  });
});
