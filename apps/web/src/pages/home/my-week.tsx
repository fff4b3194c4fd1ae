import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { addDays } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import type { Entry } from './entry.js';
import './my-week.css';

const classes = ['TOIL', 'ENGINEERING', 'OVERHEAD', 'UNCLASSIFIED'] as const;

/** Seven days with the hours of each class on one scale; the words beside the bars carry the meaning too. */
export const MyWeek = ({ monday, entries }: { monday: string; entries: Entry[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const today = format.today();
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const day = addDays(monday, offset);
    const own = entries.filter((entry) => entry.date === day);
    const seconds = (workClass: string) =>
      own
        .filter((entry) => entry.workClass === workClass)
        .reduce((sum, entry) => sum + entry.durationSeconds, 0);
    const parts = classes.map((workClass) => ({ workClass, seconds: seconds(workClass) }));
    return { day, parts, total: parts.reduce((sum, part) => sum + part.seconds, 0) };
  });
  const largest = Math.max(8 * 3600, ...days.map((day) => day.total));
  const sum = (workClass: string) =>
    days.reduce(
      (all, day) => all + (day.parts.find((part) => part.workClass === workClass)?.seconds ?? 0),
      0,
    );
  return (
    <Card
      title={t('home.week')}
      hint={t('home.weekHint')}
      aside={format.hours(days.reduce((all, day) => all + day.total, 0))}
    >
      <ol className="week">
        {days.map((day) => (
          <li key={day.day} aria-current={day.day === today ? 'date' : undefined}>
            <div className="col" aria-hidden="true">
              {day.parts.map((part) => (
                <i
                  key={part.workClass}
                  className={part.workClass.toLowerCase()}
                  style={{ height: `${(part.seconds / largest) * 100}%` }}
                />
              ))}
            </div>
            <b className="n">
              {day.total > 0
                ? // in a narrow column a line may end after the hours, never inside a figure
                  format.durationParts(day.total).map((part) => (
                    <Fragment key={part}>
                      <span>{part}</span>{' '}
                    </Fragment>
                  ))
                : '–'}
            </b>
            <span>{format.weekday(day.day)}</span>
          </li>
        ))}
      </ol>
      <ul className="week-sum">
        {classes.map((workClass) => (
          <li key={workClass}>
            <i className={workClass.toLowerCase()} />
            {t(`state.workClass.${workClass}`)} <b className="n">{format.hours(sum(workClass))}</b>
          </li>
        ))}
      </ul>
    </Card>
  );
};
