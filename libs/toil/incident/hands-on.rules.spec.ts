import { describe, expect, it } from 'vitest';
import type { IncidentLife, Responder } from './fold.rules.js';
import { confirmable, withInference } from './hands-on.rules.js';
import { incidentTimes } from './tiers.rules.js';

const at = (clock: string): number => Date.parse(`2026-03-03T${clock}:00Z`);
const text = (ms: number | null) => (ms === null ? '' : new Date(ms).toISOString().slice(11, 16));
const stretch = (range: string) => {
  const [start, end] = range.split('-') as [string, string];
  return { start: at(start), end: end ? at(end) : null };
};
const life = (...responders: Responder[]): IncidentLife => ({
  status: 'RESOLVED',
  openedAt: at('09:00'),
  acknowledgedAt: null,
  resolvedAt: at('12:00'),
  reopenCount: 0,
  active: [stretch('09:00-12:00')],
  responders,
  quarantined: [],
});
const kim = (engaged: string[] | null, handsOn: string[] | null = null): Responder => ({
  person: 'kim',
  engaged: engaged?.map(stretch) ?? null,
  handsOn: handsOn?.map(stretch) ?? null,
});
const signs = (...clocks: string[]) => clocks.map((clock) => ({ person: 'kim', at: at(clock) }));
const ranges = (list: { start: number; end: number | null }[]) =>
  list.map(({ start, end }) => `${text(start)}-${text(end)}`);

describe('withInference', () => {
  it.each([
    ['one sign is ten minutes', ['09:00-12:00'], ['10:00'], ['10:00-10:10']],
    ['signs 20 minutes apart belong together', ['09:00-12:00'], ['10:00', '10:20'], ['10:00-10:30']],
    ['signs 21 minutes apart do not', ['09:00-12:00'], ['10:00', '10:21'], ['10:00-10:10', '10:21-10:31']],
    ['the order of telling does not matter', ['09:00-12:00'], ['10:15', '10:00'], ['10:00-10:25']],
    ['what reaches beyond the engagement is cut off', ['09:00-10:05'], ['10:00'], ['10:00-10:05']],
    ['a snooze is cut out', ['09:00-10:05', '10:08-12:00'], ['10:00'], ['10:00-10:05', '10:08-10:10']],
    ['a running engagement takes all', ['09:00-'], ['10:00'], ['10:00-10:10']],
  ])('%s', (_, engaged, told, expected) => {
    const [time] = incidentTimes(withInference(life(kim(engaged)), signs(...told)), 'HANDS_ON');
    expect(time).toMatchObject({ person: 'kim', tier: 'HANDS_ON' });
    expect(ranges(time?.stretches ?? [])).toEqual(expected);
  });

  it.each([
    ['stated minutes come first', kim(['09:00-12:00'], ['09:00-09:25']), 'HANDS_ON', ['09:00-09:25']],
    [
      'signs outside of the engagement tell nothing about it',
      kim(['11:00-12:00']),
      'ENGAGED',
      ['11:00-12:00'],
    ],
  ])('%s', (_, responder, tier, expected) => {
    const [time] = incidentTimes(withInference(life(responder), signs('10:00')), 'HANDS_ON');
    expect([time?.tier, ranges(time?.stretches ?? [])]).toEqual([tier, expected]);
  });

  it('changes no other tier', () => {
    const told = withInference(life(kim(['09:00-12:00'])), signs('10:00'));
    expect(ranges(incidentTimes(told, 'ENGAGED')[0]?.stretches ?? [])).toEqual(['09:00-12:00']);
  });
});

describe('confirmable', () => {
  it.each([
    ['the engaged time that is over', kim(['09:00-10:00', '11:00-']), [], ['09:00-10:00']],
    ['the inferred time, where there are signs', kim(['09:00-10:00']), ['09:30'], ['09:30-09:40']],
    ['nothing of who stated minutes', kim(['09:00-10:00'], ['09:00-09:25']), ['09:30'], []],
    ['what the signs of a bystander tell', null, ['09:30'], ['09:30-09:40']],
  ])('is %s', (_, responder, told, expected) => {
    const own = withInference(life(...(responder ? [responder] : [])), signs(...told));
    expect(ranges(confirmable(own, signs(...told)))).toEqual(expected);
  });
});
