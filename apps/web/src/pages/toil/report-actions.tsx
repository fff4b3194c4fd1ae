import { useTranslation } from 'react-i18next';
import { copy } from '../../app/copy.js';
import { toCsv } from '../../chart/csv.rules.js';
import { download } from '../../chart/download.js';
import { Button, Segmented } from '../../design/button.js';
import { Menu } from '../../design/menu.js';
import { useToast } from '../../design/toast.js';
import type { ToilPageQuery } from '../../graphql/generated/operations.js';
import type { ToilFilters } from './filters.js';

const asCsv = (report: ToilPageQuery): string => {
  const keys = report.now.services.map((one) => one.service.key);
  return toCsv(
    ['week', 'from', 'to', 'total_percent', 'total_low', 'total_high', ...keys],
    report.range.weeks.map((week) => [
      week.label,
      week.from,
      week.to,
      week.total.percent,
      week.total.lowPercent,
      week.total.highPercent,
      ...keys.map((key) => week.services.find((one) => one.service.key === key)?.toil.percent ?? null),
    ]),
  );
};

/** The two views, and what can be taken away from a report; on a phone the latter is behind one button. */
export const ReportActions = (props: {
  filters: ToilFilters;
  report: ToilPageQuery | undefined;
  file: string;
  table: boolean;
  onTable: (on: boolean) => void;
}) => {
  const { t } = useTranslation();
  const say = useToast();
  const { filters, report, table } = props;
  const share = async () => {
    say(t((await copy(window.location.href)) ? 'common.copied' : 'common.notCopied'));
  };
  const csv = () =>
    report && download(`${props.file}-${report.range.from}-${report.range.to}.csv`, asCsv(report));
  const actions = [
    ['table', t(table ? 'common.chart' : 'common.table'), () => props.onTable(!table)],
    ['csv', 'CSV', csv],
    ['print', t('common.print'), () => window.print()],
    ['share', t('common.share'), () => void share()],
  ] as const;
  return (
    <>
      <Segmented
        label={t('toil.view')}
        value={filters.view}
        options={[
          ['PERSON', t('toil.personView')],
          ['TICKET', t('toil.ticketView')],
        ]}
        onChange={(view) => filters.set({ view: view === 'PERSON' ? null : view })}
      />
      {actions.map(([key, words, act]) => (
        <Button
          key={key}
          className="hide-s"
          aria-pressed={key === 'table' ? table : undefined}
          disabled={key === 'csv' && !report}
          onClick={act}
        >
          {words}
        </Button>
      ))}
      <Menu label={t('common.actions')} className="btn only-s" items={actions} />
    </>
  );
};
