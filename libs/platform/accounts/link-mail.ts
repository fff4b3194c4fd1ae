import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Log } from '../log/log.js';
import { Mailer } from '../mail/mailer.js';

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
    private readonly mailer: Mailer,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Whether links can be mailed at all. */
  get isConfigured(): boolean {
    return this.mailer.isConfigured;
  }

  /** The link, mailed to the address if there is one; a mail server that fails leaves it to be handed over. */
  async send(purpose: LinkPurpose, secret: string, to: string | null): Promise<MailedLink> {
    const link = this.mailer.link(`/${purpose}?token=${secret}`);
    if (!to || !this.mailer.isConfigured) return { link, mailedTo: null };
    try {
      const { subject, text } = WORDS[purpose];
      await this.mailer.send({ to, subject, text: `${text}\n\n${link}\n` });
      return { link, mailedTo: to };
    } catch (error) {
      this.log.warn({ purpose, reason: (error as Error).message }, 'a link could not be mailed');
      return { link, mailedTo: null };
    }
  }
}
