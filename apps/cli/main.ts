#!/usr/bin/env node
import { CommanderError } from 'commander';
import { Failure } from './failure.js';
import { buildProgram } from './program.js';
import { Terminal } from './terminal.js';

// whoever reads has seen enough (head, a closed pager): nothing is wrong
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const terminal = new Terminal(process.stdout, process.stderr, process.env);
const program = buildProgram(terminal, process.env);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Failure) {
    terminal.fail(error);
    process.exitCode = error.exitCode;
  } else {
    terminal.say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
