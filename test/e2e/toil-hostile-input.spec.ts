import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

const berlin = (local: string, fold?: number) => ({ local, zone: 'Europe/Berlin', fold });
const hour = (more: object) => ({ date: '2026-03-02', duration: '1h', ...more });
const lasting = (duration: unknown) => ({ date: '2026-03-02', duration });
const until = (endLocal: object, startLocal: object) => ({ startLocal, endLocal });
const ten = berlin('2026-03-02T10:00');

describe('work that cannot be', () => {
  const api = useApi({ clock: new ManualClock(new Date('2026-04-01T00:00:00Z')) });
  const scene = toilScene(api);
  const log = (input: object) =>
    api.query(
      'mutation($i: LogWorkInput!) { logWork(input: $i) { entry { id } userErrors { code path message } } }',
      { i: { person: 'kim', ...input } },
    );

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Europe/Berlin' });
    await scene.service('a');
    await scene.person('kim', { zone: 'Asia/Seoul' });
  });

  it.each<[string, object, string[]]>([
    [
      'ends when it starts',
      { start: '2026-03-02T10:00:00Z', end: '2026-03-02T10:00:00Z' },
      ['END_BEFORE_START end'],
    ],
    [
      'lasts half a second',
      { start: '2026-03-02T10:00:00Z', end: '2026-03-02T10:00:00.5Z' },
      ['END_BEFORE_START end'],
    ],
    ['has no end', { start: '2026-03-02T10:00:00Z' }, ['INVALID_INPUT end']],
    [
      'mixes clock times and duration',
      { start: '2026-03-02T10:00:00Z', duration: '1h' },
      ['INVALID_INPUT date'],
    ],
    ['has no duration', { date: '2026-03-02' }, ['INVALID_INPUT duration']],
    ['has no date', { duration: '1h' }, ['INVALID_INPUT date']],
    ['says nothing of its time', {}, ['INVALID_INPUT start']],
    ['lasts nothing', lasting('0m'), ['INVALID_INPUT duration']],
    ['lasts less than nothing', lasting('-45m'), ['INVALID_INPUT duration']],
    ['has an empty duration', lasting(''), ['INVALID_INPUT duration']],
    ['has 75 minutes in an hour', lasting('1:75'), ['INVALID_INPUT duration']],
    ['is written like a float', lasting('1e3'), ['INVALID_INPUT duration']],
    ['fills more than its day', lasting('24:01'), ['INVALID_INPUT duration']],
    ['lasts for ever', lasting('99999999999h'), ['INVALID_INPUT duration']],
    ['happened in another century', { date: '1999-12-31', duration: '1h' }, ['INVALID_INPUT date']],
    ['happens tomorrow', { date: '2026-04-02', duration: '1h' }, ['INVALID_INPUT date']],
    [
      'begins in half an hour',
      { start: '2026-04-01T00:30:00Z', end: '2026-04-01T01:00:00Z' },
      ['INVALID_INPUT start'],
    ],
    [
      'lasts for weeks',
      { start: '2026-03-02T10:00:00Z', end: '2026-03-20T10:00:00Z' },
      ['INVALID_INPUT end'],
    ],
    [
      'happened in an hour that was skipped',
      until(berlin('2026-03-29T02:45'), berlin('2026-03-29T02:30')),
      ['NONEXISTENT_LOCAL_TIME startLocal', 'NONEXISTENT_LOCAL_TIME endLocal'],
    ],
    [
      'happened in an hour that came twice',
      until(berlin('2025-10-26T02:45'), berlin('2025-10-26T02:30')),
      ['AMBIGUOUS_LOCAL_TIME startLocal', 'AMBIGUOUS_LOCAL_TIME endLocal'],
    ],
    [
      'ends in the first of two hours and starts in the second',
      until(berlin('2025-10-26T02:45', 0), berlin('2025-10-26T02:30', 1)),
      ['END_BEFORE_START endLocal'],
    ],
    ['has a third fold', until(ten, berlin('2026-03-02T09:00', 7)), ['INVALID_INPUT startLocal.fold']],
    [
      'has an offset on the wall',
      until(ten, berlin('2026-03-02T09:00Z')),
      ['INVALID_INPUT startLocal.local'],
    ],
    [
      'is on Mars',
      until(ten, { local: '2026-03-02T09:00', zone: 'Mars/Olympus' }),
      ['INVALID_INPUT startLocal.zone'],
    ],
    [
      'takes an offset for a zone',
      until(ten, { local: '2026-03-02T09:00', zone: '+09:00' }),
      ['INVALID_INPUT startLocal.zone'],
    ],
    [
      'starts in two ways',
      { start: '2026-03-02T08:00:00Z', startLocal: ten, end: '2026-03-02T12:00:00Z' },
      ['INVALID_INPUT startLocal'],
    ],
    [
      'names nobody and nothing that is known',
      hour({ person: 'nobody', service: 'x', taskType: '__proto__' }),
      ['NOT_FOUND person', 'NOT_FOUND service', 'NOT_FOUND taskType'],
    ],
    ['has empty keys', hour({ person: '', service: '' }), ['NOT_FOUND person', 'NOT_FOUND service']],
    ['has a note without end', hour({ note: 'x'.repeat(10_001) }), ['INVALID_INPUT note']],
    ['has a zero in its note', hour({ note: 'a\u0000b' }), ['INVALID_INPUT note']],
    ['has half a character in its note', hour({ note: 'a\ud83d' }), ['INVALID_INPUT note']],
    ['has an empty idempotency key', hour({ idempotencyKey: '' }), ['INVALID_INPUT idempotencyKey']],
    [
      'has a zero in its idempotency key',
      hour({ idempotencyKey: 'a\u0000' }),
      ['INVALID_INPUT idempotencyKey'],
    ],
    ['has an endless id outside', hour({ externalId: 'x'.repeat(256) }), ['INVALID_INPUT externalId']],
  ])('is refused when it %s', async (_, input, expected) => {
    const { data, errors } = await log(input);
    expect(errors).toBeUndefined();
    const faults: { code: string; path: string[]; message: string }[] = data.logWork.userErrors;
    expect(faults.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`)).toEqual(expected);
    for (const { message } of faults) expect(message).toMatch(/^\S.{9,}[.?]$/);
    expect(data.logWork.entry).toBeNull();
  });

  it.each<[string, object, string]>([
    [
      'an instant without an offset',
      { start: '2026-03-02T10:00:00', end: '2026-03-02T11:00:00Z' },
      'i.start',
    ],
    ['a day that is not', { start: '2026-02-30T10:00:00Z', end: '2026-03-02T11:00:00Z' }, 'i.start'],
    ['a date without hyphens', { date: '20260302', duration: '1h' }, 'i.date'],
    ['a duration that is a number', lasting(1), 'i.duration'],
    ['a class nobody knows', hour({ workClass: 'FUN' }), 'i.workClass'],
  ])('is refused as it comes in when it holds %s', async (_, input, place) => {
    const { errors } = await log(input);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toContain(`"${place}"`);
  });

  it.each<[string, string, object, string]>([
    ['mergeIncidents', 'MergeIncidents', { duplicates: ['a\0'], into: 'inc_b' }, 'input.duplicates.0'],
    ['mapServiceName', 'MapServiceName', { source: 'IMPORT', name: '\ud800', service: 'a' }, 'input.name'],
    ['dismissDrafts', 'DismissDrafts', { ids: ['drf_a', '\0'] }, 'input.ids.1'],
    ['openIncident', 'OpenIncident', { service: 'a', title: 't', at: '1999-12-31T23:59:59Z' }, 'input.at'],
    ['openIncident', 'OpenIncident', { service: 'a', title: 't', at: '2026-04-02T00:00:01Z' }, 'input.at'],
    [
      'proposeDraft',
      'ProposeDraft',
      { person: 'kim', duration: '25h', at: '2026-03-02T10:00:00Z' },
      'input.duration',
    ],
    [
      'proposeDraft',
      'ProposeDraft',
      { person: 'kim', duration: '1h', at: '2999-01-01T00:00:00Z' },
      'input.at',
    ],
  ])('%s: what no row can hold is refused with its place (%#)', async (mutation, type, input, place) => {
    const { data, errors } = await api.query(
      `mutation($i: ${type}Input!) { ${mutation}(input: $i) { userErrors { code path } } }`,
      { i: input },
    );
    expect(errors).toBeUndefined();
    expect(data[mutation].userErrors).toEqual([{ code: 'INVALID_INPUT', path: place.split('.') }]);
  });

  it.each([
    ['0000-01-01', '2026-01-01'],
    ['2026-01-01', '9999-12-31'],
  ])('no calendar of ours goes from %s to %s', async (from, to) => {
    const { errors } = await api.query(
      'query($f: Date!, $t: Date!) { incidentStats(from: $f, to: $t) { wallUnionSeconds } }',
      { f: from, t: to },
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
