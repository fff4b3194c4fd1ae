import { useTranslation } from 'react-i18next';
import { Select } from '../../design/field.js';
import { addDays } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';

/** This week and the three before it, by their first day. */
export const WeekSelect = (props: { monday: string; value: string; onChange: (week: string) => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Select
      label={t('home.report.week')}
      value={props.value}
      options={[0, 1, 2, 3].map((back) => {
        const from = addDays(props.monday, -7 * back);
        return [from, `${format.date(from)} – ${format.date(addDays(from, 6))}`] as const;
      })}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
};
