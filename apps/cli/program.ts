import { Command } from 'commander';
import { addImportCommands } from './commands/import-csv.js';
import { addIncidentCommands } from './commands/incident.js';
import { addLogCommands } from './commands/log.js';
import { addLoginCommands } from './commands/login.js';
import { addMlCommands } from './commands/ml.js';
import { addReportCommands } from './commands/report.js';
import { type CommandTree, completionScript } from './completion.rules.js';
import { createContext } from './context.js';
import { EXAMPLES } from './examples.js';
import { EXIT, Failure } from './failure.js';
import type { Terminal } from './terminal.js';
import { ownVersion } from './version.js';

const FIRST_STEPS = `
Examples:
  untoil login --url https://untoil.example.org --token untoil_...
  untoil log 45m checkout "restart pods" '#deploy'
  untoil incident open checkout "answers 502" --severity 2
  untoil report --json | jq .total.percent
  untoil pipeline run badge-faces --watch
  echo "FIFOQueue '_3_batch/fifo_queue' is closed ..." | untoil doctor -

Exit codes: 0 done, 1 refused or failed, 2 wrong use, 3 not signed in, 4 no server.
Settings: UNTOIL_URL, UNTOIL_TOKEN, UNTOIL_PERSON, NO_COLOR.`;

const treeOf = (command: Command): CommandTree[] =>
  command.commands.map((one) => ({
    name: one.name(),
    children: treeOf(one),
    options: one.options.flatMap(({ long }) => (long ? [long] : [])),
  }));

/** The whole command; nothing is read or sent before a command runs. */
export const buildProgram = (terminal: Terminal, env: NodeJS.ProcessEnv): Command => {
  const program = new Command('untoil')
    .description('Log work, answer incidents, run pipelines: Untoil from the terminal.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .option('--json', 'print data as JSON')
    .option('--url <address>', 'address of the server')
    .option('--token <token>', 'API token')
    .showHelpAfterError('(untoil --help shows what there is)')
    .exitOverride()
    .addHelpText('after', FIRST_STEPS)
    .hook('preAction', (_, action) => {
      terminal.json = Boolean((action.optsWithGlobals() as { json?: boolean }).json);
    });
  const context = createContext(terminal, env, () => program.opts<{ url?: string; token?: string }>());
  addLogCommands(program, context);
  addIncidentCommands(program, context);
  addReportCommands(program, context);
  addMlCommands(program, context);
  addImportCommands(program, context);
  addLoginCommands(program, context);
  program
    .command('completion')
    .description('print a completion script: bash, zsh or fish')
    .argument('<shell>')
    .action((shell: string) => {
      const script = completionScript(shell, treeOf(program));
      if (script === null) throw new Failure('Completion is there for bash, zsh and fish.', EXIT.usage);
      terminal.answer({ script }, script);
    });
  // --json may stand before or after the command
  const everywhere = (command: Command, before: string): void => {
    for (const child of command.commands) {
      const words = `${before} ${child.name()}`.trim();
      child.exitOverride();
      if (child.commands.length === 0) child.option('--json', 'print data as JSON');
      const examples = EXAMPLES[words];
      if (examples)
        child.addHelpText('after', `\nExamples:\n${examples.map((one) => `  ${one}`).join('\n')}`);
      everywhere(child, words);
    }
  };
  everywhere(program, '');
  return program;
};
