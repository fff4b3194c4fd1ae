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
      service: 'checkout',
      taskType: 'deploy',
      date: '2026-03-03',
      note: 'restart pods',
      faults: [],
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
