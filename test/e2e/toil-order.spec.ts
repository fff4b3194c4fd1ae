import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

const RANGE = { from: '2026-03-02', to: '2026-03-16' };
const ALL = {
  manual: true,
  repetitive: true,
  automatable: true,
  tactical: false,
  noEnduringValue: true,
  scalesLinearly: true,
};
const ZONES = ['Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'];

/** A fact of somebody's work, free of the way in which it is told. */
interface Fact {
  person: string;
  service: string;
  startMs: number;
  minutes: number;
  what: object;
  /** What became of it after it was told: it was told wrongly first and corrected, or there was a second that was deleted. */
  fate: 'STAYS' | 'CORRECTED' | 'DELETED_ONCE';
}

/** The wall clock of a zone at an instant. */
const wallClock = (ms: number, zone: string): { local: string; zone: string } => ({
  local: new Date(ms).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T'),
  zone,
});

describe('the same facts', () => {
  const api = useApi();
  const scene = toilScene(api);
  let round = 0;

  const anyFact = fc.record({
    person: fc.constantFrom('kim', 'lee'),
    service: fc.constantFrom('a', 'b', 'c'),
    startMs: fc
      .integer({ min: 0, max: 14 * 96 })
      .map((quarter) => Date.parse('2026-03-01T00:00:00Z') + quarter * 900_000),
    minutes: fc.integer({ min: 1, max: 600 }),
    what: fc.constantFrom<object>(
      { workClass: 'TOIL' },
      { workClass: 'ENGINEERING' },
      { workClass: 'OVERHEAD' },
      {},
      { taskType: 'restart' },
    ),
    fate: fc.constantFrom('STAYS' as const, 'CORRECTED' as const, 'DELETED_ONCE' as const),
  });
  // In each telling people, services and task types get fresh keys, so that tellings never meet.
  const rename = (text: string) => `${text}-${round}`;

  beforeAll(() => scene.organization({ reportingZone: 'Asia/Seoul' }));

  const change = (mutation: string, input: object) =>
    api.must(
      `mutation($i: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $i) { userErrors { code message } } }`,
      { i: input },
    );

  // However it came to be, what stands in the end is the fact.
  async function log(input: object, fact: Fact, isCorrected: boolean): Promise<void> {
    if (isCorrected && fact.fate === 'CORRECTED') {
      const start = new Date(fact.startMs - 3_600_000).toISOString();
      const { id, version } = await scene.log({ ...input, startLocal: null, start });
      const { startLocal, start: begun, endLocal, end } = input as Record<string, unknown>;
      await change('updateWork', { id, version, startLocal, start: begun, endLocal, end });
      return;
    }
    await scene.log(input);
    if (!isCorrected || fact.fate !== 'DELETED_ONCE') return;
    const { id, version } = await scene.log(input);
    await change('deleteWork', { id, version });
  }

  async function tell(facts: Fact[], zones: string[], isCorrected = false): Promise<object> {
    round++;
    for (const key of ['a', 'b', 'c']) await scene.service(rename(key));
    for (const key of ['kim', 'lee']) {
      await scene.person(rename(key));
      await scene.allocate(rename(key), rename('a'), 50);
      await scene.allocate(rename(key), rename('b'), 30);
    }
    await api.must(
      'mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { userErrors { message } } }',
      {
        i: { key: rename('restart'), name: 'Restart', criteria: ALL },
      },
    );
    for (const [index, fact] of facts.entries()) {
      const { person, service, startMs, minutes, what } = fact;
      const zone = zones[index % zones.length] as string;
      const endMs = startMs + minutes * 60_000;
      const input = {
        person: rename(person),
        service: rename(service),
        ...what,
        ...('taskType' in what ? { taskType: rename('restart') } : {}),
        ...(index % 2 === 0
          ? {
              startLocal: { ...wallClock(startMs, zone), fold: 0 },
              endLocal: { ...wallClock(endMs, zone), fold: 0 },
            }
          : { start: new Date(startMs).toISOString(), end: new Date(endMs).toISOString() }),
      };
      await log(input, fact, isCorrected);
    }
    const report = await scene.report({ ...RANGE, services: ['a', 'b', 'c'].map(rename) });
    const { total, services, people, weeks } = JSON.parse(
      JSON.stringify(report)
        .replaceAll(`-${round}"`, '"')
        .replace(/"asOf":"[^"]*"/g, '"asOf":""'),
    );
    expect(Math.abs(sum(services) - sum(people))).toBeLessThanOrEqual(3);
    expect(Math.abs(sum(services) - total.numeratorSeconds)).toBeLessThanOrEqual(3);
    return { total, services, people, weeks };
  }

  const sum = (rows: { toil: { numeratorSeconds: number } }[]) =>
    rows.reduce((all, row) => all + row.toil.numeratorSeconds, 0);

  it('give the same totals in any order, from senders in any zone, by way of corrections and deletions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(anyFact, { minLength: 1, maxLength: 8 })
          .chain((facts) =>
            fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
          ),
        fc.shuffledSubarray(ZONES, { minLength: 1 }),
        async ([facts, shuffled], zones) => {
          expect(await tell(shuffled, zones, true)).toEqual(await tell(facts, ['UTC']));
        },
      ),
      { numRuns: 4, seed: 20260302, endOnFailure: true },
    );
  }, 120_000);
});
