import pino, { type Logger } from 'pino';

/** Injection token of the process's log. */
export const LOG = 'untoil:log';

/** JSON lines on standard output. */
export type Log = Logger;

/** The log of one process; secrets never reach it. */
export const createLog = (level: string, process: string): Log =>
  pino({
    level,
    base: { process },
    redact: ['*.password', '*.secret', '*.token', 'req.headers.authorization', 'req.headers.cookie'],
  });
