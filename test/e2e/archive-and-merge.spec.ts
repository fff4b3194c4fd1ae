import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { Transactions } from '#platform';
import { Aliases } from '#toil';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

const ERRORS = 'userErrors { code message path details }';
const REPORT = { from: '2026-03-02', to: '2026-03-09' };

describe('archive and merge', () => {
  const api = useApi();
  const scene = toilScene(api);

  const call = async (field: string, type: string, input: object, picked = '') =>
    (
      await api.query(`mutation($i: ${type}!) { it: ${field}(input: $i) { ${picked} ${ERRORS} } }`, {
        i: input,
      })
    ).data.it;
  const merge = (field: string, from: string, into: string, more: object = {}) =>
    call(field, 'MergeInput', { from, into, ...more }, 'key moved { kind count }');
  const keysOf = async (list: string, archived = false): Promise<string[]> =>
    (await api.must(`{ it: ${list}(first: 100, archived: ${archived}) { nodes { key } } }`)).it.nodes.map(
      (node: { key: string }) => node.key,
    );
  const hours = async (service: string): Promise<number> => {
    const report = await scene.report({ ...REPORT, services: [service] });
    return Number(report.total.numeratorSeconds);
  };
  const entry = (person: string, service: string, more: object = {}) =>
    scene.log({ person, service, workClass: 'TOIL', date: '2026-03-03', duration: '1h', ...more });
  const type = (key: string, more: object = {}) =>
    api.must('mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { userErrors { message } } }', {
      i: { key, name: key, ...more },
    });
  const criteria = {
    manual: true,
    repetitive: true,
    automatable: true,
    tactical: true,
    noEnduringValue: true,
    scalesLinearly: true,
  };

  describe('of services', () => {
    it('keeps the hours of an archived one and takes no new ones until it is restored', async () => {
      await scene.service('ledger');
      await scene.person('ana');
      await scene.allocate('ana', 'ledger', 60);
      await entry('ana', 'ledger');
      const archived = await call(
        'updateService',
        'UpdateServiceInput',
        { service: 'ledger', archived: true, name: 'Ledger', expectedVersion: 1 },
        'service { name version archivedAt }',
      );
      expect(archived).toMatchObject({ service: { name: 'Ledger', version: 2 }, userErrors: [] });
      expect(archived.service.archivedAt).not.toBeNull();
      expect([await keysOf('services'), await keysOf('services', true)]).toEqual([[], ['ledger']]);
      const refused = await call('logWork', 'LogWorkInput', {
        person: 'ana',
        service: 'ledger',
        date: '2026-03-03',
        duration: '5m',
      });
      expect(refused.userErrors).toMatchObject([{ code: 'ARCHIVED', path: ['input', 'service'] }]);
      expect(await hours('ledger')).toBe(3600);
      const back = { service: 'ledger', archived: false };
      expect((await call('updateService', 'UpdateServiceInput', back)).userErrors).toEqual([]);
      await entry('ana', 'ledger');
      expect(await hours('ledger')).toBe(7200);
    });

    it('ends the capacity given to an archived one, and gives it back with it', async () => {
      const today = new Date().toISOString().slice(0, 10);
      const later = new Date(Date.now() + 28 * 86_400_000).toISOString().slice(0, 10);
      const capacity = async () =>
        Number(
          (await scene.report({ from: today, to: later, services: ['ledger'] })).total.denominatorSeconds ??
            0,
        );
      const before = await capacity();
      expect(before).toBeGreaterThan(0);
      await call('updateService', 'UpdateServiceInput', { service: 'ledger', archived: true });
      expect(await capacity()).toBe(0);
      await call('updateService', 'UpdateServiceInput', { service: 'ledger', archived: false });
      expect(await capacity()).toBe(before);
    });

    it('tells a stale change the version in force', async () => {
      const stale = await call('updateService', 'UpdateServiceInput', {
        service: 'ledger',
        name: 'Other',
        expectedVersion: 1,
      });
      expect(stale.userErrors).toMatchObject([
        { code: 'CONFLICT', path: ['input', 'expectedVersion'], details: { currentVersion: 5 } },
      ]);
    });

    it('does not archive what is in the middle of an incident', async () => {
      await scene.service('burning');
      await api.must('mutation($i: OpenIncidentInput!) { openIncident(input: $i) { userErrors { code } } }', {
        i: { service: 'burning', title: 'fire' },
      });
      const refused = await call('updateService', 'UpdateServiceInput', {
        service: 'burning',
        archived: true,
      });
      expect(refused.userErrors).toMatchObject([{ code: 'INVALID_TRANSITION', path: ['input', 'archived'] }]);
    });

    it('moves everything of a duplicate in one go, and its key stands for the survivor', async () => {
      for (const key of ['checkout', 'check-out']) await scene.service(key);
      await scene.person('ben');
      await scene.allocate('ben', 'checkout', 50);
      await scene.allocate('ben', 'check-out', 30, '2026-02-01');
      await entry('ben', 'checkout');
      const moved = await entry('ben', 'check-out');
      await api.must(
        'mutation { mapServiceName(input: { source: GITHUB_LABEL, name: "svc/check-out", service: "check-out" }) { userErrors { code } } openIncident(input: { service: "check-out", title: "slow", at: "2026-03-04T10:00:00Z" }) { userErrors { code } } }',
      );
      const rehearsed = await merge('mergeServices', 'check-out', 'checkout', { dryRun: true });
      expect(await keysOf('services')).toContain('check-out');
      const done = await merge('mergeServices', 'check-out', 'checkout');
      expect(done).toEqual(rehearsed);
      expect(done.userErrors).toEqual([]);
      expect(
        Object.fromEntries(done.moved.map((row: { kind: string; count: number }) => [row.kind, row.count])),
      ).toEqual({
        ENTRIES: 1,
        INCIDENTS: 1,
        ALLOCATIONS: 1,
        ALIASES: 1,
      });
      expect(await keysOf('services')).not.toContain('check-out');
      await entry('ben', 'check-out');
      const logged = await scene.report({ ...REPORT, services: ['check-out'] });
      expect(logged.services[0].service.key).toBe('checkout');
      // three entries, and an incident that nobody answered runs on and counts too
      expect(Number(logged.total.numeratorSeconds)).toBeGreaterThanOrEqual(3 * 3600);
      expect(Number(logged.total.denominatorSeconds)).toBe(40 * 3600 * 0.8);
      const history = await api.must(
        'query($id: ID!) { node(id: $id) { ... on WorkEntry { version service { key } } } workEntryHistory(id: $id) { action } }',
        { id: moved.id },
      );
      expect(history.node).toMatchObject({ version: 2, service: { key: 'checkout' } });
      expect(history.workEntryHistory.map((row: { action: string }) => row.action)).toEqual([
        'work.log',
        'work.merge',
      ]);
    });

    it.each([
      ['into itself', 'checkout', 'checkout', 'INVALID_INPUT', 'into'],
      ['twice', 'check-out', 'checkout', 'INVALID_TRANSITION', 'from'],
      ['into nothing', 'checkout', 'nowhere', 'NOT_FOUND', 'into'],
      ['into what was given up', 'checkout', 'check-out', 'ARCHIVED', 'into'],
    ])('refuses a merge %s', async (_, from, into, code, field) => {
      expect((await merge('mergeServices', from, into)).userErrors).toMatchObject([
        { code, path: ['input', field] },
      ]);
    });

    it('does not bring back what was merged', async () => {
      const refused = await call('updateService', 'UpdateServiceInput', {
        service: 'check-out',
        archived: false,
      });
      expect(refused.userErrors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
    });

    it('leaves the snapshot of a locked week as it was, and the sum of the live week too', async () => {
      for (const key of ['search', 'searching']) await scene.service(key);
      await entry('ben', 'search', { date: '2026-02-10' });
      await entry('ben', 'searching', { date: '2026-02-10' });
      const week = { from: '2026-02-09', to: '2026-02-16' };
      await api.must(
        'mutation { lockPeriod(input: { weekStarting: "2026-02-09" }) { userErrors { code message } } }',
      );
      const before = await scene.report(week);
      expect((await merge('mergeServices', 'searching', 'search')).userErrors).toEqual([]);
      const after = await scene.report(week);
      expect(after.snapshot).toEqual(before.snapshot);
      expect(after.total.numeratorSeconds).toBe(before.total.numeratorSeconds);
      for (const key of ['search', 'searching']) {
        const one = await scene.report({ ...week, services: [key] });
        expect([one.total.numeratorSeconds, one.snapshot.numeratorSeconds]).toEqual([7200, 7200]);
      }
    });

    it('understands its former key and name wherever people type one', async () => {
      await api.must(
        'mutation { createService(input: { key: "invoices", name: "Billing" }) { userErrors { code } } }',
      );
      await scene.service('ledgers');
      await scene.person('gil');
      expect((await merge('mergeServices', 'invoices', 'ledgers')).userErrors).toEqual([]);
      const report = await call(
        'submitWeeklyReport',
        'SubmitWeeklyReportInput',
        { person: 'gil', weekStarting: '2026-02-16', text: '2h invoices\n1h Billing\n30m ledgers' },
        'lines { service faults }',
      );
      expect(report.lines).toEqual(Array(3).fill({ service: 'ledgers', faults: [] }));
      const combined = { from: '2026-02-16', to: '2026-02-23', services: ['ledgers'], combined: true };
      expect((await scene.report(combined)).total.numeratorSeconds).toBe(3.5 * 3600);
      const typed = await call(
        'logQuickEntry',
        'LogQuickEntryInput',
        { person: 'gil', line: '45m billing run @2026-03-03' },
        'entry { service { key } note }',
      );
      expect(typed.entry).toEqual({ service: { key: 'ledgers' }, note: 'run' });
      const shown = await api.must(
        '{ it: previewQuickEntry(line: "45m invoices run") { service faults { word } } }',
      );
      expect(shown.it).toEqual({ service: 'ledgers', faults: [] });
      const told = await api.app
        .get(Transactions)
        .run((tx) => api.app.get(Aliases).serviceKey(tx, 'GITHUB_REPOSITORY', 'Invoices'));
      expect(told).toBe('ledgers');
    });

    it('refuses to change what only is a former key', async () => {
      for (const change of [{ name: 'Once more' }, { archived: true }]) {
        const refused = await call('updateService', 'UpdateServiceInput', { service: 'invoices', ...change });
        expect(refused.userErrors).toMatchObject([
          { code: 'INVALID_TRANSITION', path: ['input', 'service'] },
        ]);
      }
    });
  });

  describe('of people', () => {
    it('moves work, incidents, days off, accounts and the team', async () => {
      await scene.service('mail');
      for (const key of ['cho', 'cho2']) await scene.person(key);
      await scene.allocate('cho', 'mail', 100);
      await scene.allocate('cho2', 'mail', 100);
      await entry('cho2', 'mail');
      await scene.timeOff({ people: ['cho2', 'cho'], from: '2026-03-05', to: '2026-03-06', kind: 'PTO' });
      await api.must(
        'mutation { createAccount(input: { name: "Cho", person: "cho2" }) { userErrors { code } } createPerson(input: { key: "dan", name: "dan", lead: "cho2" }) { userErrors { code } } }',
      );
      const opened = await api.must(
        'mutation { openIncident(input: { service: "mail", title: "queue", at: "2026-03-04T01:00:00Z" }) { incident { id } userErrors { code } } }',
      );
      for (const [type, person, at] of [
        ['ACKNOWLEDGED', 'cho2', '2026-03-04T01:05:00Z'],
        ['RESOLVED', 'cho2', '2026-03-04T02:00:00Z'],
      ])
        await api.must(
          'mutation($i: RecordIncidentEventInput!) { recordIncidentEvent(input: $i) { userErrors { code message } } }',
          { i: { incident: opened.openIncident.incident.id, type, person, at } },
        );
      const done = await merge('mergePeople', 'cho2', 'cho');
      expect(done.userErrors).toEqual([]);
      const led = await call(
        'createPerson',
        'CreatePersonInput',
        { key: 'eli', name: 'Eli', lead: 'cho2' },
        'person { lead { key } }',
      );
      const named = await api.app
        .get(Transactions)
        .run((tx) => api.app.get(Aliases).personKey(tx, 'GITHUB', 'Cho2'));
      expect(named).toBe('cho');
      expect(led).toMatchObject({ person: { lead: { key: 'cho' } }, userErrors: [] });
      const renamed = await call('updatePerson', 'UpdatePersonInput', { person: 'cho2', name: 'Two' });
      expect(renamed.userErrors).toMatchObject([{ code: 'INVALID_TRANSITION', path: ['input', 'person'] }]);
      expect(
        Object.fromEntries(done.moved.map((row: { kind: string; count: number }) => [row.kind, row.count])),
      ).toEqual({
        ENTRIES: 1,
        INCIDENTS: 1,
        ALLOCATIONS: 1,
        ACCOUNTS: 1,
        TIME_OFF: 1,
        TEAM_MEMBERS: 1,
      });
      const report = await scene.report({ ...REPORT, services: ['mail'] });
      expect(report.people.map((row: { person: { key: string } }) => row.person.key)).toEqual(['cho']);
      // the share told twice is one share, and the day off both took is one day
      expect(Number(report.total.denominatorSeconds)).toBe(32 * 3600);
      const people = (await api.must('{ people(first: 100) { nodes { key lead { key } } } }')).people.nodes;
      expect(people).toContainEqual({ key: 'dan', lead: { key: 'cho' } });
    });

    it('refuses to make more than a whole person of two', async () => {
      for (const key of ['eve', 'eve2']) await scene.person(key);
      await scene.allocate('eve', 'mail', 70);
      await scene.service('queue');
      await scene.allocate('eve2', 'queue', 60);
      const refused = await merge('mergePeople', 'eve2', 'eve');
      expect(refused.userErrors).toMatchObject([
        { code: 'INVALID_TRANSITION', path: ['input', 'from'], details: { sumPercent: 130 } },
      ]);
      expect(await keysOf('people')).toContain('eve2');
    });

    it('refuses two running timers', async () => {
      for (const person of ['eve', 'eve2'])
        await api.must('mutation($i: StartTimerInput!) { startTimer(input: $i) { userErrors { code } } }', {
          i: { person },
        });
      expect((await merge('mergePeople', 'eve2', 'eve')).userErrors[0].message).toMatch(
        /timer runs for both/,
      );
      const refused = await call('updatePerson', 'UpdatePersonInput', { person: 'eve', archived: true });
      expect(refused.userErrors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
    });
  });

  describe('of task types', () => {
    it('gives all entries the class of the survivor, occurrences counted together', async () => {
      await type('restart', { criteria });
      await type('reboot');
      const date = (day: number) => `2026-03-0${day}`;
      for (const day of [2, 3])
        await entry('ana', 'ledger', { workClass: null, taskType: 'restart', date: date(day) });
      const third = await entry('ana', 'ledger', { workClass: null, taskType: 'reboot', date: date(4) });
      expect(third.workClass).toBe('UNCLASSIFIED');
      const done = await merge('mergeTaskTypes', 'reboot', 'restart');
      expect(done.moved).toEqual([{ kind: 'ENTRIES', count: 1 }]);
      const read = await api.must(
        'query($id: ID!) { node(id: $id) { ... on WorkEntry { workClass taskType { key } } } }',
        {
          id: third.id,
        },
      );
      expect(read.node).toEqual({ workClass: 'TOIL', taskType: { key: 'restart' } });
    });

    it('gives entries their class anew when the type is forced, and when the criteria decide again', async () => {
      const classes = async () =>
        (
          await api.must(
            '{ workEntries(first: 100, from: "2026-03-02T00:00:00Z", to: "2026-03-09T00:00:00Z", person: "ana") { nodes { taskType { key } workClass } } }',
          )
        ).workEntries.nodes
          .filter((node: { taskType: { key: string } | null }) => node.taskType?.key === 'restart')
          .map((node: { workClass: string }) => node.workClass);
      const before = await classes();
      expect(before).toEqual(['UNCLASSIFIED', 'UNCLASSIFIED', 'TOIL']);
      const change = (input: object) =>
        call('updateTaskType', 'UpdateTaskTypeInput', { taskType: 'restart', ...input });
      expect((await change({ forcedClass: 'OVERHEAD' })).userErrors).toEqual([]);
      expect(await classes()).toEqual(['OVERHEAD', 'OVERHEAD', 'OVERHEAD']);
      expect((await change({ byCriteria: true, forcedClass: 'TOIL' })).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', path: ['input', 'byCriteria'] },
      ]);
      expect((await change({ byCriteria: true })).userErrors).toEqual([]);
      expect(await classes()).toEqual(before);
    });
  });

  it('keeps an unbroken history of everything it rewrote', async () => {
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      `select e.id from work_entry e where e.version <> 1 + (select count(*) from past_work_entry p where p.id = e.id)`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });
});
