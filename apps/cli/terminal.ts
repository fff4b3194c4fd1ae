import picocolors from 'picocolors';
import type { Failure } from './failure.js';
import { table } from './table.rules.js';

interface Stream {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** Data goes to stdout, everything else to stderr; colour and progress only on a terminal and never with NO_COLOR. */
export class Terminal {
  json = false;
  private answered = false;
  private readonly colour: ReturnType<typeof picocolors.createColors>;
  private readonly overwrites: boolean;

  constructor(
    private readonly out: Stream,
    private readonly err: Stream,
    env: NodeJS.ProcessEnv,
  ) {
    const plain = Boolean(env.NO_COLOR) || env.TERM === 'dumb';
    this.colour = picocolors.createColors(Boolean(out.isTTY) && !plain);
    this.overwrites = Boolean(err.isTTY) && !plain;
  }

  /** The answer of a command: as JSON with --json, otherwise the text. */
  answer(data: unknown, text: string): void {
    this.answered = true;
    this.out.write(this.json ? `${JSON.stringify(data, null, 2)}\n` : text === '' ? '' : `${text}\n`);
  }

  /** The answer as a table with a head; numbers should come as text. */
  rows(data: unknown, head: string[], rows: string[][], empty: string): void {
    if (!this.json && rows.length === 0) this.say(empty);
    this.answer(data, rows.length === 0 ? '' : table(head, rows));
  }

  /** A state word in its colour; the word stays, because colour is never the only sign. */
  paint(word: string): string {
    if (this.json) return word;
    const { red, yellow, green } = this.colour;
    if (['over', 'open', 'failed', 'fail'].includes(word)) return red(word);
    if (['watch', 'acknowledged', 'warn', 'cancelled'].includes(word)) return yellow(word);
    return ['healthy', 'resolved', 'succeeded', 'pass'].includes(word) ? green(word) : word;
  }

  /** One line for people. */
  say(text: string): void {
    this.err.write(`${text}\n`);
  }

  /** A line that is overwritten by the next one; nothing where nobody watches. */
  progress(text: string): void {
    if (this.overwrites && !this.json) this.err.write(`\r\u001b[2K${text}`);
  }

  /** Ends a progress line. */
  progressDone(): void {
    if (this.overwrites && !this.json) this.err.write('\r\u001b[2K');
  }

  /**
   * Why a command failed: words on stderr always, with --json errors on stdout too, unless its answer stands there already
   * (a run that failed, rows that were refused): two documents are no JSON.
   */
  fail(failure: Failure): void {
    if (this.json && !this.answered) {
      const errors =
        failure.errors.length > 0 ? failure.errors : [{ code: 'FAILED', message: failure.message }];
      this.out.write(`${JSON.stringify({ errors }, null, 2)}\n`);
    }
    this.say(failure.message);
  }
}
