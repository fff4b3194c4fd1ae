import { hostname } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { Api } from '../api.js';
import type { Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import { readSettings, writeSettings } from '../settings.js';

const ask = async (question: string, hidden = false): Promise<string> => {
  const quiet = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: process.stdin,
    output: hidden ? quiet : process.stderr,
    terminal: true,
  });
  try {
    // the reader draws its line anew with every key: what is hidden gets its question from outside
    if (hidden) process.stderr.write(question);
    return (await reader.question(hidden ? '' : question)).trim();
  } finally {
    reader.close();
    if (hidden) process.stderr.write('\n');
  }
};

/** A token made with name and password: a session that lives for this one request. */
const tokenByPassword = async (url: string, name: string, password: string): Promise<string> => {
  const api = new Api({ url, token: null, person: null });
  const headers = { 'content-type': 'application/json', origin: new URL(url).origin };
  const signedIn = await api.fetch('/session', {
    method: 'POST',
    headers,
    body: JSON.stringify({ name, password }),
  });
  if (!signedIn.ok) throw new Failure('Name or password is wrong.', EXIT.signedOut);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const made = await api.fetch('/graphql', {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({
      query:
        'mutation T($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret userErrors { message } } }',
      variables: { input: { name: `untoil on ${hostname()}` } },
    }),
  });
  await api.fetch('/session', { method: 'DELETE', headers: { ...headers, cookie } });
  const answer = (await made.json()) as { data?: { createApiToken: { secret: string | null } } };
  const secret = answer.data?.createApiToken.secret;
  if (!secret) throw new Failure('The server made no token.');
  return secret;
};

/** login, logout: who the next commands are. */
export const addLoginCommands = (program: Command, context: Context): void => {
  const { terminal, env } = context;
  program
    .command('login')
    .description('remember server and token; without --token it asks for name and password')
    .option('--person <key>', 'for whom to log when the account is linked to nobody')
    .option('--no-input', 'never ask')
    .action(async (options: { person?: string; input: boolean }, command: Command) => {
      const flags = command.optsWithGlobals() as { url?: string; token?: string };
      const before = readSettings(env);
      const url = (flags.url ?? before.url).replace(/\/+$/, '');
      let token = flags.token ?? env.UNTOIL_TOKEN ?? null;
      if (!token) {
        if (!options.input || !process.stdin.isTTY)
          throw new Failure('Give --token, or set UNTOIL_TOKEN.', EXIT.usage);
        token = await tokenByPassword(url, await ask('Name: '), await ask('Password: ', true));
      }
      const api = new Api({ url, token, person: null });
      const { me } = await api.query<{ me: { name: string; role: string; person: { key: string } | null } }>(
        '{ me { name role person { key } } }',
      );
      const person = options.person ?? me.person?.key ?? null;
      writeSettings(env, { url, token, person });
      terminal.answer({ url, name: me.name, role: me.role, person }, `${me.name} (${me.role}) at ${url}`);
    });
  program
    .command('logout')
    .description('forget the token on this machine')
    .action(() => {
      writeSettings(env, { ...readSettings(env), token: null });
      terminal.answer({ signedOut: true }, 'The token is forgotten here. Revoke it under Settings, Tokens.');
    });
};
