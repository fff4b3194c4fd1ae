import { describe, expect, it } from 'vitest';
import { readSnippet, toilOfLines } from './snippet-lines.rules.js';

const frame = {
  today: '2026-03-09',
  isService: (key: string) => ['checkout', 'search'].includes(key),
  isTaskType: (key: string) => key === 'deploy',
};
const read = (text: string) => readSnippet(text, '2026-03-02', frame);

describe('readSnippet', () => {
  it.each([
    ['a plain line', '45m checkout restarted pods', 2700, 'checkout', null, 'restarted pods'],
    ['a bullet', '- 1:30 search quota #deploy', 5400, 'search', 'deploy', 'quota'],
    ['a numbered line', '2) checkout 2h', 7200, 'checkout', null, null],
    ['a day of the week', '30m checkout @2026-03-04', 1800, 'checkout', null, null],
    ['clock times over midnight', '- 22:30-01:15 checkout on call', 9900, 'checkout', null, 'on call'],
    ['more than a day', '- 30h checkout on call', 108_000, 'checkout', null, 'on call'],
  ])('understands %s', (_, line, durationSeconds, service, taskType, note) => {
    expect(read(line)).toEqual([
      { position: 1, text: line, durationSeconds, service, taskType, note, faults: [] },
    ]);
  });

  it.each([
    ['no duration', 'checkout restarted pods', 'How long'],
    ['no service', '45m restarted pods', 'Which service'],
    ['an unknown task type', '45m checkout #nope', 'no task type "nope"'],
    ['today, which is in another week', '45m checkout @today', 'outside of the week'],
    ['a day of another week', '45m checkout @2026-03-10', 'outside of the week'],
    ['no time at all', '0m checkout', 'some time'],
  ])('says what is wrong with %s, and keeps the line', (_, line, reason) => {
    const [kept] = read(line);
    expect(kept?.text).toBe(line);
    expect(kept?.faults.join()).toContain(reason);
  });

  it('counts blank lines, takes any line end, and reads nothing out of nothing', () => {
    expect(read('45m checkout\r\n\r\n- 1h search').map((line) => line.position)).toEqual([1, 3]);
    expect(read(' \n - \n')).toEqual([]);
    expect(read('')).toEqual([]);
  });
});

describe('toilOfLines', () => {
  it('sums what was understood and is toil, by service', () => {
    const lines = read('45m checkout\n15m checkout\n1h search #deploy\n9h nothing\n2h checkout');
    const told = lines.map((line, index) => ({ ...line, isToil: index !== 4 }));
    expect([...toilOfLines(told)]).toEqual([
      ['checkout', 3600],
      ['search', 3600],
    ]);
  });
});
