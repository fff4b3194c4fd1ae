import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completionScript } from './completion.rules.js';
import { entriesOf } from './csv-rows.rules.js';
import { EXAMPLES } from './examples.js';
import { Failure } from './failure.js';
import { lineOf, shiftDay, shortDuration } from './line.rules.js';
import { OfflineQueue } from './offline-queue.js';
import { buildProgram } from './program.js';
import { cells, table } from './table.rules.js';
import { Terminal } from './terminal.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untoil-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const lines = () => {
  const text = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({ write: (part: string) => (text[name] += part), isTTY: false });
  return { text, out: stream('out'), err: stream('err') };
};
const run = async (url: string, ...args: string[]) => {
  const { text, out, err } = lines();
  const env = {
    UNTOIL_URL: url,
    UNTOIL_TOKEN: 'secret',
    UNTOIL_PERSON: 'kim',
    UNTOIL_CLI_CONFIG: join(folder, 'cli.json'),
    UNTOIL_CLI_QUEUE: join(folder, 'queue.jsonl'),
  };
  const program = buildProgram(new Terminal(out, err, env), env);
  program.configureOutput({ writeOut: out.write, writeErr: err.write });
  let failure: unknown = null;
  await program.parseAsync(['node', 'untoil', ...args]).catch((error: unknown) => {
    failure = error;
  });
  return { ...text, failure };
};

interface Asked {
  query: string;
  variables: { input?: Record<string, unknown> };
  authorization: string | undefined;
}
const serve = async (
  answer: (asked: Asked) => unknown,
): Promise<{ url: string; asked: Asked[]; server: Server }> => {
  const asked: Asked[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      const one = { ...(JSON.parse(body) as Asked), authorization: request.headers.authorization };
      asked.push(one);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(one)));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
};
const close = (server: Server) =>
  new Promise<void>((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
const entry = {
  id: 'wrk_1',
  date: '2026-11-23',
  durationSeconds: 2700,
  note: 'restart pods',
  workClass: 'TOIL',
  service: { key: 'checkout' },
  taskType: null,
};
const logged = () => ({ data: { logQuickEntry: { entry, userErrors: [] } } });
const nowhere = 'http://127.0.0.1:9';

describe('untoil log', () => {
  it('sends one line with its instant, a key and the token, and prints data on stdout', async () => {
    const { url, asked, server } = await serve(logged);
    const { out, err, failure } = await run(
      url,
      'log',
      '45m',
      'checkout',
      'restart pods',
      '#deploy',
      '--json',
    );
    await close(server);
    expect(failure).toBeNull();
    expect(JSON.parse(out)).toEqual(entry);
    expect(err).toBe('');
    expect(asked[0]?.authorization).toBe('Bearer secret');
    expect(asked[0]?.variables.input).toMatchObject({
      person: 'kim',
      line: '45m checkout restart pods #deploy',
    });
    expect(Math.abs(Date.parse(asked[0]?.variables.input?.typedAt as string) - Date.now())).toBeLessThan(
      60_000,
    );
    expect(asked[0]?.variables.input?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says when a word was nearly a service, and logs all the same', async () => {
    const { url, server } = await serve(({ query }) =>
      query.startsWith('mutation')
        ? { data: { logQuickEntry: { entry: { ...entry, service: null }, userErrors: [] } } }
        : { data: { services: { nodes: [{ key: 'checkout' }] } } },
    );
    const { out, err } = await run(url, 'log', '45m', 'chekout', 'restart pods');
    await close(server);
    expect(out).toBe('Logged 45m on 2026-11-23.\n');
    expect(err).toBe('For no service: "chekout" is none. Did you mean checkout?\n');
  });

  it('keeps the entry while no server answers and sends it later with the same key', async () => {
    const offline = await run(nowhere, 'log', '9am-10:30am', 'checkout', '@yesterday');
    expect(offline.failure).toBeNull();
    const [kept] = new OfflineQueue(join(folder, 'queue.jsonl')).list();
    expect(kept).toMatchObject({ person: 'kim', line: '9am-10:30am checkout @yesterday' });
    const { url, asked, server } = await serve(logged);
    const later = await run(url, 'log', '5m', 'checkout');
    await close(server);
    expect(later.err).toContain('Sent 1 that waited.');
    expect(asked[0]?.variables.input).toEqual(kept);
    expect(asked).toHaveLength(2);
    expect(new OfflineQueue(join(folder, 'queue.jsonl')).list()).toEqual([]);
  });

  it('fails with 1 and the code on a refusal, and prints it as JSON when asked', async () => {
    const userErrors = [{ code: 'PERIOD_LOCKED', message: 'The week is locked.', path: ['input', 'line'] }];
    const { url, server } = await serve(() => ({ data: { logQuickEntry: { entry: null, userErrors } } }));
    const { failure } = await run(url, 'log', '45m', 'checkout');
    await close(server);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({
      exitCode: 1,
      errors: userErrors,
      message: 'The week is locked. (PERIOD_LOCKED)',
    });
  });
});

describe('a key that nobody has', () => {
  it('brings up the one that was meant', async () => {
    const message = 'There is no service "chekout".';
    const { url, server } = await serve(({ query }) =>
      query.startsWith('mutation')
        ? {
            data: {
              openIncident: { userErrors: [{ code: 'NOT_FOUND', message, path: ['input', 'service'] }] },
            },
          }
        : { data: { services: { nodes: [{ key: 'checkout' }, { key: 'search' }] } } },
    );
    const { failure } = await run(url, 'incident', 'open', 'chekout', 'answers 502');
    await close(server);
    expect(failure).toMatchObject({
      exitCode: 1,
      message: `${message} (NOT_FOUND) Did you mean checkout?`,
      errors: [{ code: 'NOT_FOUND' }],
    });
  });
});

describe('colour', () => {
  it.each([
    [{}, true, '\u001b[31mover\u001b[39m'],
    [{ NO_COLOR: '1' }, true, 'over'],
    [{ TERM: 'dumb' }, true, 'over'],
    [{}, false, 'over'],
  ])('with %j on a terminal (%s)', (env, isTTY, expected) => {
    const { err } = lines();
    expect(new Terminal({ write: () => true, isTTY }, err, env).paint('over')).toBe(expected);
    expect(cells(expected)).toBe(4);
  });
});

describe('exit codes', () => {
  it('are 3 when nobody is signed in and 4 when no server answers', async () => {
    const { url, server } = await serve(() => ({
      errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }],
    }));
    const signedOut = await run(url, 'report');
    await close(server);
    expect(signedOut.failure).toMatchObject({
      exitCode: 3,
      message: `${url} does not accept this token; it may have been revoked. Run: untoil login`,
    });
    expect((await run(nowhere, 'report')).failure).toMatchObject({ exitCode: 4 });
  });
  it('are 2 for a command or a number that is none', async () => {
    expect((await run(nowhere, 'nonsense')).failure).toMatchObject({ code: 'commander.unknownCommand' });
    expect((await run(nowhere, 'doctor', 'text', '--rows', 'many')).failure).toMatchObject({ exitCode: 2 });
    expect((await run(nowhere, 'doctor')).failure).toMatchObject({ exitCode: 2 });
    expect((await run(nowhere, 'report', '--view', 'persn')).failure).toMatchObject({
      code: 'commander.invalidArgument',
    });
    expect((await run(nowhere, 'incident', 'open', 'a', 'b', '-s', 'x')).failure).toMatchObject({
      exitCode: 2,
    });
  });
});

describe('every command', () => {
  it('takes --json and has a description', () => {
    const { out, err } = lines();
    const program = buildProgram(new Terminal(out, err, {}), {});
    const leaves = (command: typeof program): (typeof program)[] =>
      command.commands.length === 0
        ? [command]
        : command.commands.flatMap((child) => leaves(child as typeof program));
    const all = leaves(program);
    expect(all.length).toBeGreaterThanOrEqual(20);
    for (const command of all) {
      expect(command.description(), command.name()).not.toBe('');
      expect(
        command.options.map((option) => option.long),
        command.name(),
      ).toContain('--json');
    }
  });
  it('shows examples in its help', () => {
    const { text, out, err } = lines();
    const program = buildProgram(new Terminal(out, err, {}), {});
    program.commands
      .find((one) => one.name() === 'status')
      ?.configureOutput({ writeOut: out.write })
      .outputHelp();
    expect(text.out).toContain('Examples:\n  untoil status\n');
    const words = (command: typeof program, before: string): string[] =>
      command.commands.length === 0
        ? [before]
        : command.commands.flatMap((child) =>
            words(child as typeof program, `${before} ${child.name()}`.trim()),
          );
    expect(Object.keys(EXAMPLES).sort()).toEqual(words(program, '').sort());
  });
});

describe('import csv', () => {
  it('sends rows of a Korean spreadsheet, names refused lines, and sends the same keys again', async () => {
    const file = join(folder, 'work.csv');
    writeFileSync(
      file,
      '\uFEFF날짜,duration,service,note\n2026-11-20,45m,checkout,파드 재시작\n2026-11-20,45m,checkout,파드 재시작\n2026-11-21,x,checkout,bad\n',
    );
    const { url, asked, server } = await serve(() => ({
      data: {
        bulkLogWork: {
          entries: [{ id: '1' }, { id: '2' }],
          refused: [{ index: 2, userErrors: [{ code: 'INVALID_INPUT', message: 'No duration.' }] }],
          userErrors: [],
        },
      },
    }));
    const first = await run(url, 'import', 'csv', file, '--map', '날짜=date');
    await run(url, 'import', 'csv', file, '--map', '날짜=date');
    await close(server);
    expect(first.failure).toMatchObject({ message: '1 row was refused.' });
    expect(first.err).toContain('line 4: No duration.');
    const keys = asked.map((one) =>
      ((one.variables.input?.entries ?? []) as { idempotencyKey: string }[]).map((row) => row.idempotencyKey),
    );
    expect(keys[0]).toEqual(keys[1]);
    expect(new Set(keys[0]).size).toBe(3);
  });
  it.each([
    ['45분', '45m'],
    ['1시간 30분', '1h30m'],
    ['2시간반', '2h30m'],
    ['45 min', '45m'],
    ['2 hours', '2h'],
    ['1:30', '1:30'],
    ['1.5', '1.5'],
  ])('reads the duration %s', (written, sent) => {
    expect(entriesOf([{ date: '2026-11-20', duration: written }], 'kim')[0]).toMatchObject({
      duration: sent,
    });
  });
  it('leaves the date out where there is a start', () => {
    expect(
      entriesOf(
        [{ start: '2026-11-20T10:00:00Z', end: '2026-11-20T11:00:00Z', date: '2026-11-20', class: 'toil' }],
        'kim',
      )[0],
    ).toMatchObject({
      person: 'kim',
      workClass: 'TOIL',
      start: '2026-11-20T10:00:00Z',
    });
  });
});

describe('a failure after an answer', () => {
  it('leaves one JSON document on stdout', () => {
    const { text, out, err } = lines();
    const terminal = new Terminal(out, err, {});
    terminal.json = true;
    terminal.answer({ verdict: 'FAIL' }, 'fail');
    terminal.fail(new Failure('faces fails its checks.'));
    expect(JSON.parse(text.out)).toEqual({ verdict: 'FAIL' });
    expect(text.err).toBe('faces fails its checks.\n');
  });
  it('says it on stdout where nothing was answered', () => {
    const { text, out, err } = lines();
    const terminal = new Terminal(out, err, {});
    terminal.json = true;
    terminal.fail(new Failure('No such dataset.'));
    expect(JSON.parse(text.out)).toEqual({ errors: [{ code: 'FAILED', message: 'No such dataset.' }] });
  });
});

describe('untoil report', () => {
  it.each(['2026-13-01', '2026-02-30', 'yesterday'])('names the option that holds %s', async (day) => {
    const { failure } = await run(nowhere, 'report', '--from', day);
    expect(failure).toMatchObject({
      exitCode: 2,
      message: `--from takes a date such as 2026-03-02, not "${day}".`,
    });
  });
  it('says reasons and notices in words', async () => {
    const metric = { percent: null, nullReason: 'ZERO_CAPACITY', numeratorSeconds: 0, denominatorSeconds: 0 };
    const { url, server } = await serve(() => ({
      data: {
        toilReport: {
          from: '2026-08-30',
          to: '2026-11-29',
          notices: ['PROVISIONAL: work is still running.'],
          total: metric,
          services: [],
        },
      },
    }));
    const { out, err } = await run(url, 'report');
    await close(server);
    expect(out).toContain('– no capacity');
    expect(err).toBe('Work is still running.\n');
  });
});

describe('words', () => {
  it('become one line', () => {
    expect(lineOf(['45m', ' checkout', 'restart  pods'])).toBe('45m checkout restart pods');
  });
  it.each([
    [2700, '45m'],
    [8820, '2h27m'],
    [7200, '2h'],
    [0, '0m'],
  ])('%d s is %s', (seconds, words) => {
    expect(shortDuration(seconds)).toBe(words);
  });
  it('moves days over months', () => {
    expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28');
  });
  it('lines up wide letters and figures', () => {
    expect(cells('토일 a')).toBe(6);
    expect(
      table(
        ['name', 'n'],
        [
          ['토일', '5'],
          ['checkout', '12'],
        ],
      ),
    ).toBe('name       n\n토일       5\ncheckout  12');
  });
});

describe('completion', () => {
  it('knows commands and subcommands, and no other shell', () => {
    const tree = [
      { name: 'log', children: [], options: ['--json'] },
      {
        name: 'model',
        children: [{ name: 'promote', children: [], options: ['--force'] }],
        options: [],
      },
    ];
    expect(completionScript('zsh', tree)).toContain('compadd log model');
    expect(completionScript('fish', tree)).toContain('__fish_seen_subcommand_from model');
    expect(completionScript('fish', tree)).toContain('from promote" -l force');
    expect(completionScript('tcsh', tree)).toBeNull();
  });
  it.each([
    ['untoil mo', 'model'],
    ['untoil model ', 'promote'],
    ['untoil model promote --f', '--force'],
    ['untoil log 45m --j', '--json'],
  ])('completes "%s" in bash', (typed, expected) => {
    const script = completionScript('bash', [
      { name: 'log', children: [], options: ['--json'] },
      {
        name: 'model',
        children: [{ name: 'promote', children: [], options: ['--force'] }],
        options: [],
      },
    ]);
    const said = spawnSync(
      'bash',
      [
        '-c',
        `${script}\nread -ra COMP_WORDS <<< "$TYPED"; [[ "$TYPED" == *" " ]] && COMP_WORDS+=("")\nCOMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _untoil; echo "\${COMPREPLY[@]}"`,
      ],
      { env: { ...process.env, TYPED: typed }, encoding: 'utf8' },
    );
    expect(said.stdout.trim()).toBe(expected);
  });
});

describe('offline queue', () => {
  it('survives a torn last line and is only for its owner', () => {
    const file = join(folder, 'deep', 'queue.jsonl');
    const queue = new OfflineQueue(file);
    const typed = { person: 'kim', typedAt: '2026-11-23T09:00:00Z' };
    queue.add({ ...typed, line: 'a', idempotencyKey: '1' });
    queue.add({ ...typed, line: 'b', idempotencyKey: '2' });
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"person":"k`);
    expect(queue.list().map((one) => one.line)).toEqual(['a', 'b']);
    queue.drop('1');
    expect(queue.list().map((one) => one.line)).toEqual(['b']);
    queue.drop('2');
    expect(queue.list()).toEqual([]);
  });
});
