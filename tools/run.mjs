// The one entry of all npm scripts. Everything in this file and in install.mjs runs on the system's Node (20.20 or
// newer); the commands themselves run on the pinned Node 22.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, ROOT } from './install.mjs';

const COMMANDS = [
  'start',
  'demo',
  'dev',
  'build',
  'test',
  'faults',
  'check',
  'ci',
  'bench',
  'doctor',
  'engine',
  'generate',
  'migrate',
  'backup',
  'restore',
];
const PINNED = join(ROOT, 'node_modules', '.bin', 'node');

const [major, minor] = process.versions.node.split('.').map(Number);
const isNode22 = major === 22 && minor >= 12;
const isNewer = major > 22;

function usage() {
  process.stderr.write(`usage: npm run <${COMMANDS.join('|')}> [-- arguments]\n`);
  return 2;
}

// Right after an install the system may still hold the fresh binary open for writing.
async function spawnPinned() {
  for (let tries = 1; ; tries++) {
    try {
      return spawn(PINNED, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}` },
      });
    } catch (error) {
      if (error.code !== 'ETXTBSY' || tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Runs the same command again on the pinned Node and ends as it ends. */
async function runOnPinned() {
  const child = await spawnPinned();
  // Ctrl-C reaches the child by itself (same terminal); a signal sent to this process alone has to be handed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.once('error', (error) => {
      process.stderr.write(`The pinned Node does not start: ${error.message}\n`);
      done(1);
    });
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

async function main() {
  const [command, ...args] = process.argv.slice(2);
  if (!COMMANDS.includes(command)) return usage();
  if (!ensureInstalled()) return 1;
  if (!isNode22 && existsSync(PINNED)) return runOnPinned();
  if (!isNode22 && !isNewer) {
    process.stderr.write(
      `Untoil runs on Node 22.12 or newer; this is ${process.version}, and npm has no pinned one for ${process.platform}-${process.arch}. Install Node 22.\n`,
    );
    return 1;
  }
  const { default: run } = await import(`./commands/${command}.mjs`);
  return (await run(args)) ?? 0;
}

const code = await main();
// Whatever still builds in the background is not waited for; what was written is.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
