import { describe, expect, it } from 'vitest';
import { reminderMail } from './reminder-mail.rules.js';

describe('reminderMail', () => {
  const reminder = { weekStarting: '2026-03-02', lastDay: '2026-03-15', link: 'https://untoil.example/' };

  it.each([
    ['en', 'How did the week of 2 March 2026 go?', '15 March 2026'],
    ['ko', '2026년 3월 2일 주를 어떻게 보냈나요?', '2026년 3월 15일까지'],
    ['fr', 'How did the week of 2 March 2026 go?', '15 March 2026'],
    [null, 'How did the week of 2 March 2026 go?', '15 March 2026'],
  ])('in %s says which week, until when and where', (language, subject, until) => {
    const mail = reminderMail(reminder, language);
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(until);
    expect(mail.text.split('\n')).toContain(reminder.link);
  });
});
