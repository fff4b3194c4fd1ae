import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll } from 'vitest';

/** A mail as it arrived; to: every address that the envelope names. */
export interface ReceivedMail {
  to: string[];
  subject: string;
  text: string;
}

/** A mail server from the first test of the describe block to the last. Call it before what is told its address. */
export function useMailServer(): MailServer {
  const server = new MailServer();
  beforeAll(() => server.listen());
  afterAll(() => server.close());
  return server;
}

/** A local mail server that keeps what it takes; `refusals` has the codes that an address is refused with, one after the other. */
class MailServer {
  readonly mails: ReceivedMail[] = [];
  refusals: Record<string, number[]> = {};
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = this.refusals[address]?.shift();
      done(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      void stream.toArray().then((parts: Buffer[]) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.mails.push({ to, ...readMail(Buffer.concat(parts).toString()) });
        done();
      });
    },
  });

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', () => resolve()));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

// As our own mails are written: one part, in quoted-printable or base64; words of the subject likewise.
function readMail(raw: string): { subject: string; text: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const headers = head.replace(/\r\n\s+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  const subject = header('Subject')
    .replaceAll('?= =?', '?==?')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B' ? fromBase64(word) : fromPrintable(word.replaceAll('_', ' ')),
    );
  const encoding = header('Content-Transfer-Encoding');
  const text = encoding === 'base64' ? fromBase64(body) : encoding === '7bit' ? body : fromPrintable(body);
  return { subject, text: text.replaceAll('\r\n', '\n') };
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString();
const fromPrintable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString();
