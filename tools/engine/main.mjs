// npm run engine -- [list] | install [--gpu] [--from <wheel or folder>] [--if-missing] | verify | remove <name>
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EngineFailure } from './failure.mjs';
import { install } from './install.mjs';
import { differences, enginesDir, installed } from './store.mjs';

const USAGE = `usage: npm run engine -- list
       npm run engine -- install [--gpu] [--from <wheel or folder>] [--if-missing]
       npm run engine -- verify
       npm run engine -- remove <name>
`;
const say = (line) => process.stdout.write(`${line}\n`);

function list() {
  const engines = installed();
  say(
    engines.length === 0
      ? `No engine folder in ${enginesDir()}; trainings run in WebAssembly.`
      : `Engine folders in ${enginesDir()}:`,
  );
  for (const { name, passport } of engines)
    say(`  ${name}  from ${passport.origin}${passport.gpu ? ' (GPU; not yet proven on one by us)' : ''}`);
  return 0;
}

async function verify() {
  let wrong = 0;
  for (const engine of installed()) {
    const found = await differences(engine);
    wrong += found.length;
    say(`${engine.name}: ${found.length === 0 ? 'every file is as it was built' : found.join('; ')}`);
  }
  return wrong === 0 ? 0 : 1;
}

function remove(name) {
  const engine = installed().find((one) => one.name === name);
  if (!engine) throw new EngineFailure(`There is no engine folder ${name}.`);
  rmSync(engine.folder, { recursive: true });
  say(`Removed ${name}.`);
  return 0;
}

async function main() {
  const options = { gpu: { type: 'boolean' }, from: { type: 'string' }, 'if-missing': { type: 'boolean' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command = 'list', name] = positionals;
  if (command === 'list') return list();
  if (command === 'verify') return verify();
  if (command === 'remove' && name) return remove(name);
  if (command !== 'install') {
    process.stderr.write(USAGE);
    return 2;
  }
  if (values['if-missing'] && installed().some(({ passport }) => passport.gpu === Boolean(values.gpu)))
    return list();
  const { folder, choice } = await install({ ...values, say });
  say(`Installed ${folder}`);
  say(`${choice.name}: ${choice.reason}`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof EngineFailure) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
