import { beforeAll, describe, expect, it } from 'vitest';
import { Jobs, ManualClock, Transactions } from '#platform';
import { CampaignReminder, runSurveys, SurveyCampaign } from '#toil';
import { useApi } from '../harness/use-api.js';
import { type ReceivedMail, useMailServer } from '../harness/use-mail-server.js';
import { useWorker } from '../harness/use-worker.js';
import { toilScene } from './toil-scene.js';

describe('surveys on a schedule', () => {
  const clock = new ManualClock(new Date('2026-03-06T09:00:00Z'));
  const api = useApi({ clock });
  // The worker knows a mail server, the API none: what is said without one can be asked of it.
  const smtp = useMailServer();
  const worker = useWorker(() => ({
    ...{ databaseUrl: api.databaseUrl, dataDir: api.dataDir, clock },
    environment: { UNTOIL_SMTP_URL: smtp.url, UNTOIL_PUBLIC_URL: 'https://untoil.example' },
  }));
  const scene = toilScene(api);
  const PEOPLE = ['ana', 'ben', 'cho', 'dai', 'eva'];
  const tokens = new Map<string, string>();

  const start = async (input: object) =>
    (
      await api.query(
        'mutation($i: StartSurveyInput!) { startSurvey(input: $i) { schedule { id every startsOn openDays remindAfterDays stoppedAt services { key } } userErrors { code path } } }',
        { i: input },
      )
    ).data.startSurvey;
  const stop = async (id: string) =>
    (
      await api.query(
        'mutation($id: ID!) { stopSurvey(input: { id: $id }) { schedule { stoppedAt } userErrors { code path } } }',
        { id },
      )
    ).data.stopSurvey;
  /** What the hourly job does at an instant, twice. */
  const run = async (instant: string) => {
    clock.set(new Date(instant));
    for (let again = 0; again < 2; again++) {
      await api.app.get(Transactions).run((tx) => api.app.get(Jobs).enqueue(tx, runSurveys, {}));
      await worker.drain();
    }
  };
  const campaigns = async () =>
    (
      await api.must(
        '{ surveyCampaigns(first: 20) { nodes { id mailed weekStarting open openedAt closesAt remindedAt rate { invited answered } services { key } report { answers responsePercent meanPercent spreadPercents warnings } } } }',
      )
    ).surveyCampaigns.nodes;
  const submit = async (person: string, weekStarting: string, toilPercent: string, more: object = {}) =>
    (
      await api.query(
        'mutation($i: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $i) { accepted duplicate userErrors { code path } } }',
        { i: { person, weekStarting, toilPercent, ...more } },
      )
    ).data.submitSurveyResponse;
  const forms = async (person: string, asker: string | null = person) =>
    (
      await api.query(
        'query($p: String!) { surveyForms(person: $p) { campaign { weekStarting } answer { toilPercent otherPercent timeOffDays } previous { weekStarting toilPercent } } }',
        { p: person },
        asker ? tokens.get(asker) : undefined,
      )
    ).data?.surveyForms;
  const alerts = async (status: string) =>
    (await api.must(`{ alerts(kind: "survey.open", status: ${status}, first: 10) { nodes { title } } }`))
      .alerts.nodes;

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    for (const service of ['checkout', 'search']) await scene.service(service);
    for (const [index, person] of PEOPLE.entries()) {
      await scene.person(person);
      await scene.allocate(person, index < 4 ? 'checkout' : 'search', 100);
      const { createAccount } = await api.must(
        'mutation($i: CreateAccountInput!) { createAccount(input: $i) { account { id } userErrors { message } } }',
        // dai has no address, and ben answers in time
        { i: { name: person, person, ...(person === 'dai' ? {} : { email: `${person}@example.org` }) } },
      );
      const { createApiToken } = await api.must(
        'mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { secret userErrors { message } } }',
        { i: { name: person, account: createAccount.account.id } },
      );
      tokens.set(person, createApiToken.secret);
    }
  });

  let weekly: string;
  it('are started, and ask about the last week that is over from their day on', async () => {
    const { schedule } = await start({ every: 'WEEKLY', startsOn: '2026-03-09', services: ['checkout'] });
    expect(schedule).toMatchObject({ openDays: 7, remindAfterDays: 3, services: [{ key: 'checkout' }] });
    weekly = schedule.id;
    await run('2026-03-08T14:59:59Z');
    expect(await campaigns()).toEqual([]);
    await run('2026-03-08T15:00:00Z');
    expect(await campaigns()).toMatchObject([
      {
        weekStarting: '2026-03-02',
        open: true,
        closesAt: '2026-03-15T15:00:00.000Z',
        remindedAt: null,
        rate: { invited: 4, answered: 0 },
        services: [{ key: 'checkout' }],
      },
    ]);
  });

  it('show a person its form, and the answer before only after the own one', async () => {
    await submit('ana', '2026-02-23', '70');
    expect(await forms('ana')).toEqual([
      { campaign: { weekStarting: '2026-03-02' }, answer: null, previous: null },
    ]);
    expect(await forms('eva')).toEqual([]);
    const given = { engineeringPercent: '30', overheadPercent: '20', otherPercent: '10', timeOffDays: '1.5' };
    expect((await submit('ana', '2026-03-02', '40', given)).accepted).toBe(true);
    expect(await forms('ana')).toEqual([
      {
        campaign: { weekStarting: '2026-03-02' },
        answer: { toilPercent: '40', otherPercent: '10', timeOffDays: '1.5' },
        previous: { weekStarting: '2026-02-23', toilPercent: '70' },
      },
    ]);
    expect(await forms('ana', null)).toEqual([
      { campaign: { weekStarting: '2026-03-02' }, answer: null, previous: null },
    ]);
    expect(await forms('ana', 'ben')).toBeUndefined();
  });

  it.each([
    ['parts with "other" that sum to less', { engineeringPercent: '30', otherPercent: '10' }, 'otherPercent'],
    ['parts that sum to more', { engineeringPercent: '50', overheadPercent: '20' }, 'overheadPercent'],
    ['more days off than a week has', { timeOffDays: '8' }, 'timeOffDays'],
    ['negative days off', { timeOffDays: '-1' }, 'timeOffDays'],
  ])('refuse %s', async (_, parts, field) => {
    expect((await submit('ben', '2026-03-02', '40', parts)).userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['input', field] },
    ]);
  });

  it('remind once, by numbers and never by names, and stop reminding when they close', async () => {
    await submit('ben', '2026-03-02', '20');
    await run('2026-03-11T14:59:59Z');
    expect(await alerts('OPEN')).toEqual([]);
    await run('2026-03-11T15:00:00Z');
    const [reminder] = await alerts('OPEN');
    expect(reminder.title).toContain('2 of 4');
    for (const person of PEOPLE) expect(reminder.title).not.toContain(person);
    expect(reminder.title).not.toContain('mail');
    expect((await campaigns())[0].remindedAt).toBe('2026-03-11T15:00:00.000Z');
    await run('2026-03-15T15:00:00Z');
    expect(await alerts('OPEN')).toEqual([]);
    expect(await forms('cho')).toMatchObject([{ campaign: { weekStarting: '2026-03-09' } }]);
    expect((await campaigns()).map((one: { open: boolean }) => one.open)).toEqual([true, false]);
  });

  it('remind by mail those who have an address and no answer, once, and name nobody', async () => {
    const { mails } = smtp;
    expect(mails.map(({ to }) => to)).toEqual([['cho@example.org']]);
    const { subject, text } = mails[0] as ReceivedMail;
    expect(subject).toBe('How did the week of 2 March 2026 go?');
    expect(text).toContain('until the end of 15 March 2026');
    expect(text).toContain('https://untoil.example/');
    for (const person of PEOPLE.filter((one) => one !== 'cho')) expect(text).not.toContain(person);
  });

  it('keep single answers hidden below five', async () => {
    const [, closed] = await campaigns();
    expect(closed).toMatchObject({
      rate: { invited: 4, answered: 2 },
      report: {
        answers: 2,
        responsePercent: '50.00',
        meanPercent: '30.00',
        spreadPercents: null,
        warnings: ['LOW_RESPONSE'],
      },
    });
    const all = await start({ every: 'QUARTERLY', startsOn: '2026-03-16', openDays: 14 });
    await run('2026-03-16T00:00:00Z');
    for (const [index, person] of PEOPLE.entries()) await submit(person, '2026-03-09', String(10 * index));
    const quarterly = (await campaigns()).find((one: { services: object[] | null }) => one.services === null);
    expect(quarterly).toMatchObject({
      rate: { invited: 5, answered: 5 },
      report: { responsePercent: '100.00' },
    });
    expect(quarterly.report.spreadPercents).toEqual(['0.00', '10.00', '20.00', '30.00', '40.00']);
    await stop(all.schedule.id);
  });

  it('leave out campaigns that nobody was there to open, and end when they are stopped', async () => {
    await run('2026-04-08T00:00:00Z');
    expect((await campaigns())[0]).toMatchObject({ weekStarting: '2026-03-30', open: true });
    expect(await campaigns()).toHaveLength(4);
    expect((await stop(weekly)).schedule.stoppedAt).toBe('2026-04-08T00:00:00.000Z');
    await run('2026-04-14T00:00:00Z');
    expect(await campaigns()).toHaveLength(4);
    expect((await stop(weekly)).userErrors).toEqual([{ code: 'INVALID_TRANSITION', path: ['input', 'id'] }]);
    expect((await stop('ssc_x')).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
  });

  it('try again what the mail server could not take, and never what it took', async () => {
    await start({ every: 'WEEKLY', startsOn: '2026-04-20', services: ['checkout'] });
    await run('2026-04-19T15:00:00Z');
    for (const person of ['cho', 'dai']) await submit(person, '2026-04-13', '10');
    await scene.person('fin');
    await scene.allocate('fin', 'checkout', 100);
    const { inviteAccount } = await api.must(
      'mutation { inviteAccount(input: { role: MEMBER, person: "fin" }) { link userErrors { message } } }',
    );
    const token = new URL(inviteAccount.link).searchParams.get('token');
    const made = {
      token,
      name: 'fin',
      password: 'a password of fin 1',
      email: 'fin@example.org',
      language: 'ko',
    };
    const accepted = await fetch(`${api.url}/invitation`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(made) },
    });
    expect(accepted.ok).toBe(true);
    smtp.mails.length = 0;
    smtp.refusals = { 'ana@example.org': [550], 'fin@example.org': [451] };
    await run('2026-04-22T15:00:00Z');
    expect(smtp.mails.map(({ to }) => to)).toEqual([['ben@example.org'], ['fin@example.org']]);
    const [{ id }] = await campaigns();
    expect(smtp.mails[1]?.subject).toBe('2026년 4월 13일 주를 어떻게 보냈나요?');
    const { read } = api.app.get(Transactions);
    expect(await read.findOneBy(SurveyCampaign, { id })).toMatchObject({ mailed: 2 });
  });

  it('say that there is no mail server where there is none', async () => {
    await run('2026-04-26T15:00:00Z');
    clock.set(new Date('2026-04-29T15:00:00Z'));
    expect((await campaigns())[0].mailed).toBeNull();
    await api.app.get(Transactions).run((tx) => api.app.get(CampaignReminder).remind(tx, clock.now()));
    expect((await alerts('OPEN'))[0].title).toContain('Without a mail server nobody is reminded personally.');
  });

  it.each([
    ['a start in the past', { every: 'WEEKLY', startsOn: '2026-03-01' }, 'INVALID_INPUT', 'startsOn'],
    ['a campaign longer than its rhythm', { every: 'WEEKLY', openDays: 8 }, 'INVALID_INPUT', 'openDays'],
    ['a campaign of no day', { every: 'MONTHLY', openDays: 0 }, 'INVALID_INPUT', 'openDays'],
    [
      'a reminder after the end',
      { every: 'WEEKLY', openDays: 3, remindAfterDays: 3 },
      'INVALID_INPUT',
      'remindAfterDays',
    ],
    ['no service in the list', { every: 'WEEKLY', services: [] }, 'INVALID_INPUT', 'services'],
    ['an unknown service', { every: 'WEEKLY', services: ['nowhere'] }, 'NOT_FOUND', 'services'],
  ])('refuse %s', async (_, input, code, field) => {
    const { schedule, userErrors } = await start(input);
    expect(schedule).toBeNull();
    expect(userErrors[0]).toMatchObject({ code });
    expect(userErrors[0].path.slice(0, 2)).toEqual(['input', field]);
  });
});
