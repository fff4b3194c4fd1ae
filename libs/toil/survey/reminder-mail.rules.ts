import { Temporal } from 'temporal-polyfill';

/** What a reminder names: the first day of the week that is asked about, the last day of the answer, and the form's address. */
export interface Reminder {
  weekStarting: string;
  lastDay: string;
  link: string;
}

/** Languages that a reminder is written in; whoever reads another gets English. */
export type ReminderLanguage = 'en' | 'ko';

const day = (date: string, language: ReminderLanguage): string =>
  Temporal.PlainDate.from(date).toLocaleString(language === 'ko' ? 'ko' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** A reminder in words: what is asked, until when, where, and who reads the answer. It names nobody. */
export function reminderMail(reminder: Reminder, language: string | null): { subject: string; text: string } {
  const { link } = reminder;
  if (language === 'ko') {
    const [week, last] = [day(reminder.weekStarting, 'ko'), day(reminder.lastDay, 'ko')];
    return {
      subject: `${week} 주를 어떻게 보냈나요?`,
      text: `${week}에 시작한 주의 업무 시간이 어떻게 쓰였는지 묻는 설문에 아직 답하지 않았습니다. 3분이면 되고, ${last}까지 답할 수 있습니다.

${link}

답은 본인만 볼 수 있습니다. 다른 사람에게는 평균만 보이고, 개별 비율은 답이 다섯 개 이상일 때 이름 없이 보입니다. 이 설문에 대한 메일은 이것뿐입니다.
`,
    };
  }
  const [week, last] = [day(reminder.weekStarting, 'en'), day(reminder.lastDay, 'en')];
  return {
    subject: `How did the week of ${week} go?`,
    text: `The survey about your working time in the week of ${week} has no answer of yours yet. It takes three minutes, and is open until the end of ${last}.

${link}

Nobody but you can read your answer: others see means, and from five answers on the single shares without names. This is the only mail about this survey.
`,
  };
}
