import { describe, expect, it } from 'vitest';
import { durationOf, parseQuickEntry } from './quick-entry.rules.js';

const names = {
  services: [
    { key: 'checkout', name: 'Checkout' },
    { key: 'identity', name: 'Face login' },
  ],
  taskTypes: [
    { key: 'deploy', name: 'Deploy' },
    { key: 'certs', name: 'Rotate certificates' },
  ],
  today: '2026-11-23',
};

describe('durationOf', () => {
  it.each([
    ['45m', '45m'],
    ['3h', '3h'],
    ['2h27m', '2h27m'],
    ['1.5h', '1.5'],
    ['1:30', '1:30'],
    ['90min', '90m'],
    ['45분', '45m'],
    ['1시간30분', '1h30m'],
    ['2시간반', '2h30m'],
    ['pods', null],
    ['15', null],
    ['1:75', null],
    ['', null],
  ])('%s is %s', (word, expected) => {
    expect(durationOf(word)).toBe(expected);
  });
});

describe('parseQuickEntry', () => {
  it('reads duration, service, tag and note', () => {
    expect(parseQuickEntry('45m checkout restart pods #deploy', names)).toEqual({
      duration: '45m',
      service: 'checkout',
      taskType: 'deploy',
      date: null,
      note: 'restart pods',
      unknownTag: null,
    });
  });
  it('knows a service and a task type by their names', () => {
    expect(parseQuickEntry('20m face-login #rotate-certificates', names)).toMatchObject({
      service: 'identity',
      taskType: 'certs',
      note: '',
    });
  });
  it('reads Korean in any order', () => {
    expect(parseQuickEntry('어제 checkout 파드 재시작 1시간 30분 #deploy', names)).toMatchObject({
      duration: '1h30m',
      service: 'checkout',
      taskType: 'deploy',
      date: '2026-11-22',
      note: '파드 재시작',
    });
  });
  it('names a tag that nobody knows, and keeps numbers in the note', () => {
    expect(parseQuickEntry('restart 3 pods #nope', names)).toMatchObject({
      duration: null,
      unknownTag: 'nope',
      note: 'restart 3 pods',
    });
  });
  it('takes only the first of each', () => {
    expect(parseQuickEntry('30m 15m checkout identity', names)).toMatchObject({
      duration: '30m',
      service: 'checkout',
      note: '15m identity',
    });
  });
});
