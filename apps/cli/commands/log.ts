import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import { lineOf, shortDuration } from '../line.rules.js';
import { nearest } from '../nearest.rules.js';

const LOG = `mutation Log($input: LogQuickEntryInput!) {
  logQuickEntry(input: $input) {
    entry { id date start end durationSeconds note workClass service { key } taskType { key } }
    userErrors { code message path }
  }
}`;
interface LogPayload {
  entry: {
    id: string;
    date: string;
    start: string | null;
    end: string | null;
    durationSeconds: number;
    note: string | null;
    workClass: string;
    service: { key: string } | null;
    taskType: { key: string } | null;
  };
  userErrors: { code: string; message: string; path: string[] }[];
}
const TIMER = 'timer { startedAt note service { key } taskType { key } } stopped { id durationSeconds }';

/** Sends what waits, oldest first; stops at the first that cannot reach the server, reports what is refused. */
export const sendWaiting = async ({ api, queue, terminal }: Context): Promise<number> => {
  let sent = 0;
  for (const entry of queue.list()) {
    try {
      await api().write(LOG, { input: entry });
      sent++;
    } catch (error) {
      if (!(error instanceof Failure) || error.exitCode !== EXIT.refused) throw error;
      terminal.say(`Not taken: ${entry.line}: ${error.message}`);
    }
    queue.drop(entry.idempotencyKey);
  }
  if (sent > 0) terminal.say(`Sent ${sent} that waited.`);
  return sent;
};

/** A word that is nearly a service became a part of the note: says so. */
const hintAtService = async ({ api, terminal }: Context, words: readonly string[]): Promise<void> => {
  const { services } = await api().query<{ services: { nodes: { key: string }[] } }>(
    '{ services(first: 100) { nodes { key } } }',
  );
  const keys = services.nodes.map((one) => one.key);
  for (const word of words.flatMap((part) => part.split(/\s+/))) {
    const meant = /^[#@]/.test(word) || word.length < 4 ? null : nearest(word, keys);
    if (meant === null) continue;
    terminal.say(`For no service: "${word}" is none. Did you mean ${meant}?`);
    return;
  }
};

/** log, start, stop, status: the daily ones. */
export const addLogCommands = (program: Command, context: Context): void => {
  const { terminal, queue } = context;
  program
    .command('log')
    .description(
      'log work: untoil log 45m checkout "restart pods" #deploy @yesterday, or with clock times: 9am-10:30am',
    )
    .argument('<words...>', 'duration or clock times, service, words, #task-type, @date, in any order')
    .option('-p, --person <key>', 'for whom')
    .action(async (words: string[], options: { person?: string }) => {
      const api = context.api();
      const line = lineOf(words);
      const idempotencyKey = randomUUID();
      // "yesterday" means the day before it was typed, however late it is sent.
      const typedAt = new Date().toISOString();
      const person = options.person ?? api.settings.person;
      try {
        await sendWaiting(context);
        const input = { person: await api.person(options.person), line, typedAt, idempotencyKey };
        const { entry } = await api.write<LogPayload>(LOG, { input });
        const where = entry.service ? ` to ${entry.service.key}` : '';
        if (!entry.service) await hintAtService(context, words);
        terminal.answer(entry, `Logged ${shortDuration(entry.durationSeconds)}${where} on ${entry.date}.`);
      } catch (error) {
        if (!(error instanceof Failure) || error.exitCode !== EXIT.unreachable || !person) throw error;
        queue.add({ person, line, typedAt, idempotencyKey });
        terminal.answer(
          { queued: true, line, idempotencyKey },
          'No server; kept. It is sent with the next untoil log or untoil status.',
        );
      }
    });
  program
    .command('start')
    .description('start a timer')
    .argument('[words...]', 'service and words, #task-type')
    .option('-p, --person <key>', 'for whom')
    .action(async (words: string[], options: { person?: string }) => {
      const api = context.api();
      const person = await api.person(options.person);
      const { services } = await api.query<{ services: { nodes: { key: string }[] } }>(
        '{ services(first: 100) { nodes { key } } }',
      );
      const service = words.find((word) => services.nodes.some(({ key }) => key === word.toLowerCase()));
      const taskType = words.find((word) => word.startsWith('#'))?.slice(1);
      const note = words.filter((word) => word !== service && !word.startsWith('#')).join(' ');
      const payload = await api.write<{
        timer: object;
        stopped: { durationSeconds: number } | null;
        userErrors: [];
      }>(
        `mutation Start($input: StartTimerInput!) { startTimer(input: $input) { ${TIMER} userErrors { code message path } } }`,
        { input: { person, service: service?.toLowerCase(), taskType, note: note || undefined } },
      );
      const before = payload.stopped
        ? ` The one before became ${shortDuration(payload.stopped.durationSeconds)}.`
        : '';
      terminal.answer(payload, `Started.${before}`);
    });
  program
    .command('stop')
    .description('stop the timer; it becomes an entry')
    .option('-p, --person <key>', 'for whom')
    .action(async (options: { person?: string }) => {
      const api = context.api();
      const payload = await api.write<{ stopped: { durationSeconds: number } | null; userErrors: [] }>(
        `mutation Stop($input: TimerOfInput!) { stopTimer(input: $input) { ${TIMER} userErrors { code message path } } }`,
        { input: { person: await api.person(options.person) } },
      );
      terminal.answer(
        payload,
        payload.stopped ? `Logged ${shortDuration(payload.stopped.durationSeconds)}.` : 'Stopped.',
      );
    });
  program
    .command('status')
    .description('who I am, the running timer, open incidents, what waits to be sent')
    .option('-p, --person <key>', 'for whom')
    .action(async (options: { person?: string }) => {
      const api = context.api();
      await sendWaiting(context);
      const { me, incidents } = await api.query<{
        me: { name: string; role: string; person: { key: string } | null };
        incidents: {
          nodes: { number: number; title: string; service: { key: string } }[];
          pageInfo: { hasNextPage: boolean };
        };
      }>(
        `{ me { name role person { key } } incidents(status: OPEN, first: 20) { nodes { number title service { key } } pageInfo { hasNextPage } } }`,
      );
      const person = options.person ?? api.settings.person ?? me.person?.key ?? null;
      const { timer } = person
        ? await api.query<{
            timer: { startedAt: string; note: string | null; service: { key: string } | null } | null;
          }>('query T($person: String!) { timer(person: $person) { startedAt note service { key } } }', {
            person,
          })
        : { timer: null };
      const lines = [
        `${me.name} (${me.role})${person ? `, ${person}` : ''} at ${api.settings.url}`,
        timer
          ? `Timer: ${shortDuration((Date.now() - Date.parse(timer.startedAt)) / 1000)} ${timer.service?.key ?? ''} ${timer.note ?? ''}`.trimEnd()
          : 'No timer runs.',
        ...incidents.nodes.map((one) => `Open incident #${one.number} ${one.service.key}: ${one.title}`),
        ...(incidents.pageInfo.hasNextPage ? ['More are open: untoil incident list'] : []),
      ];
      terminal.answer(
        { me, person, timer, openIncidents: incidents.nodes, waiting: queue.list().length },
        lines.join('\n'),
      );
    });
};
