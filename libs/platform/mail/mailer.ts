import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../config/config.js';

/** One mail to one address. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for each try, so that mailboxes know a repetition. */
  id?: string;
}

/** The way out to the mail server of UNTOIL_SMTP_URL. */
@Injectable()
export class Mailer {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether there is a mail server at all. */
  get isConfigured(): boolean {
    return Boolean(this.config.smtpUrl);
  }

  /** Where a browser finds a page of ours. */
  link(path: string): string {
    const base = this.config.publicUrl ?? `http://${this.config.host}:${this.config.port}`;
    return new URL(path, base).href;
  }

  /** Rejects when there is no mail server, or it did not take the mail. */
  async send({ to, subject, text, id }: Mail): Promise<void> {
    if (!this.config.smtpUrl) throw new NoMailServerError();
    const transport = createTransport(this.config.smtpUrl);
    try {
      await transport.sendMail({
        from: this.config.mailFrom,
        to,
        subject: subject.replace(/[\r\n]+/g, ' '),
        text,
        ...(id && { messageId: `<${id}@untoil>` }),
      });
    } finally {
      transport.close();
    }
  }
}

/** UNTOIL_SMTP_URL is not set. */
export class NoMailServerError extends Error {
  override name = 'NoMailServerError';

  constructor() {
    super('UNTOIL_SMTP_URL is not set, so no e-mail can be sent');
  }
}
