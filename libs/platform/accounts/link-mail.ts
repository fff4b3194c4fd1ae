import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../config/config.js';
import { LOG, type Log } from '../log/log.js';

/** What a link is for. */
export type LinkPurpose = 'invitation' | 'password-reset';

/** A link as an admin gets it; mailedTo: the address it also went to, null where it has to be handed over. */
export interface MailedLink {
  link: string;
  mailedTo: string | null;
}

const WORDS: Record<LinkPurpose, { subject: string; text: string }> = {
  invitation: {
    subject: 'Your invitation to Untoil',
    text: 'Open this link to make your account. It works once, for seven days.',
  },
  'password-reset': {
    subject: 'A new password for Untoil',
    text: 'Open this link to choose a new password. It works once, for 30 minutes. If you did not ask for it, do nothing.',
  },
};

/** Makes links of secrets, and mails them where a mail server is configured. */
@Injectable()
export class LinkMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Whether links can be mailed at all. */
  get isConfigured(): boolean {
    return Boolean(this.config.smtpUrl);
  }

  /** The link, mailed to the address if there is one; a mail server that fails leaves it to be handed over. */
  async send(purpose: LinkPurpose, secret: string, to: string | null): Promise<MailedLink> {
    const base = this.config.publicUrl ?? `http://${this.config.host}:${this.config.port}`;
    const link = new URL(`/${purpose}?token=${secret}`, base).href;
    if (!to || !this.config.smtpUrl) return { link, mailedTo: null };
    const transport = createTransport(this.config.smtpUrl);
    try {
      const { subject, text } = WORDS[purpose];
      await transport.sendMail({ from: this.config.mailFrom, to, subject, text: `${text}\n\n${link}\n` });
      return { link, mailedTo: to };
    } catch (error) {
      this.log.warn({ purpose, reason: (error as Error).message }, 'a link could not be mailed');
      return { link, mailedTo: null };
    } finally {
      transport.close();
    }
  }
}
