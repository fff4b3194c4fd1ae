import { describe, expect, it } from 'vitest';
import { parseQuickEntry } from './quick-entry.rules.js';

const services = new Set(['checkout', 'search']);
const types = new Set(['deploy']);
// a Wednesday
const frame = {
  today: '2026-03-04',
  isService: (key: string) => services.has(key),
  isTaskType: (key: string) => types.has(key),
};
const parse = (line: string) => parseQuickEntry(line, frame);

describe('parseQuickEntry', () => {
  it('reads the whole form', () => {
    expect(parse('45m checkout restart pods #deploy @yesterday')).toEqual({
      durationSeconds: 2700,
      times: null,
      service: 'checkout',
      taskType: 'deploy',
      date: '2026-03-03',
      isDated: true,
      note: 'restart pods',
      faults: [],
    });
  });

  it.each([
    ['9am-10:30am checkout x', '2026-03-04T09:00', '2026-03-04T10:30', 5400],
    ['checkout x 오전 9시-10시 30분 @어제', '2026-03-03T09:00', '2026-03-03T10:30', 5400],
    ['14:00 ~ 15:00 checkout x @mon', '2026-03-02T14:00', '2026-03-02T15:00', 3600],
    ['3 checkout x 9:00 to 10:00', '2026-03-04T09:00', '2026-03-04T10:00', 3600],
    ['22:30-01:15 checkout x @2026-02-28', '2026-02-28T22:30', '2026-03-01T01:15', 9900],
    ['22:30-01:15 checkout x', '2026-03-03T22:30', '2026-03-04T01:15', 9900],
    ['22:00-24:00 checkout x', '2026-03-03T22:00', '2026-03-04T00:00', 7200],
  ])('reads clock times in %j', (line, startLocal, endLocal, durationSeconds) => {
    const note = line.startsWith('3') ? '3 x' : 'x';
    const date = startLocal.slice(0, 10);
    expect(parse(line)).toMatchObject({
      ...{ durationSeconds, times: { startLocal, endLocal }, service: 'checkout', date, note, faults: [] },
    });
  });

  it('takes a duration or clock times, whichever comes first', () => {
    expect(parse('45m after the 9:00-10:00 outage')).toMatchObject({
      ...{ durationSeconds: 2700, times: null, note: 'after the 9:00-10:00 outage' },
    });
    expect(parse('9:00-10:00 waited 45m')).toMatchObject({ durationSeconds: 3600, note: 'waited 45m' });
  });

  it('knows how long, not when, where a line is one of a week', () => {
    const entry = parseQuickEntry('22:30-01:15 checkout', { ...frame, ofManyDays: true });
    expect(entry).toMatchObject({ durationSeconds: 9900, times: null, date: '2026-03-04', isDated: false });
  });

  it('puts together letters that were typed in parts', () => {
    expect(parse('1시간 @어제'.normalize('NFD'))).toMatchObject({
      durationSeconds: 3600,
      date: '2026-03-03',
    });
  });

  it.each([
    ['1:30 x', 5400],
    ['2h27m x', 8820],
    ['1.5 x', 5400],
    ['x 20m', 1200],
  ])('finds the duration in %j', (line, durationSeconds) => {
    expect(parse(line)).toMatchObject({ durationSeconds, note: 'x' });
  });

  it.each([
    ['@today', '2026-03-04'],
    ['@tue', '2026-03-03'],
    ['@Wednesday', '2026-02-25'],
    ['@thursday', '2026-02-26'],
    ['@2026-02-28', '2026-02-28'],
  ])('reads the date %s', (word, date) => {
    expect(parse(`5m ${word}`)).toMatchObject({ date, faults: [] });
  });

  it.each([
    ['checkout', ''],
    ['0m checkout', '0m'],
    ['45 checkout', '45'],
    ['25h checkout', '25h'],
    ['9:00-5:30 checkout', '9:00-5:30'],
    ['25:00-26:00 checkout', '25:00-26:00'],
    ['5m #nothing', '#nothing'],
    ['5m @someday', '@someday'],
    ['5m @2026-02-30', '@2026-02-30'],
  ])('names what it does not understand in %j', (line, word) => {
    expect(parse(line).faults.map((fault) => fault.word)).toEqual([word]);
  });

  it.each([
    ['2h 27m checkout x', 8820],
    ['45 min checkout x', 2700],
    ['1.5 h checkout x', 5400],
    ['45분 checkout x', 2700],
    ['1시간 30분 checkout x', 5400],
    ['1시간30분 checkout x', 5400],
    ['1시간반 checkout x', 5400],
    ['2 checkout x', 7200],
  ])('finds the duration in %j and leaves nothing of it in the note', (line, durationSeconds) => {
    expect(parse(line)).toMatchObject({ durationSeconds, service: 'checkout', note: 'x', faults: [] });
  });

  it('takes a number by itself for a duration only where nothing else is one', () => {
    expect(parse('restart 3 pods 45m')).toMatchObject({ durationSeconds: 2700, note: 'restart 3 pods' });
  });

  it.each([
    ['@어제', '2026-03-03'],
    ['@그제', '2026-03-02'],
    ['@월', '2026-03-02'],
    ['@수요일', '2026-02-25'],
  ])('reads the Korean date %s', (word, date) => {
    expect(parse(`5m ${word}`)).toMatchObject({ date, faults: [] });
  });

  it('finds services and task types by the name that only one has', () => {
    const entry = parseQuickEntry('45m 결제 재시작 #배포', {
      ...frame,
      serviceNamed: (name) => (name === '결제' ? 'checkout' : null),
      taskTypeNamed: (name) => (name === '배포' ? 'deploy' : null),
    });
    expect(entry).toMatchObject({ service: 'checkout', taskType: 'deploy', note: '재시작', faults: [] });
  });

  it('takes only the first duration and the first service', () => {
    expect(parse('5m checkout waited 10m for search')).toMatchObject({
      durationSeconds: 300,
      service: 'checkout',
      note: 'waited 10m for search',
    });
  });
});
