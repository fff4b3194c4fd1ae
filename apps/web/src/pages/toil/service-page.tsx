import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { Segmented } from '../../design/button.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { Table } from '../../design/table.js';
import { addDays } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { BudgetCard } from './budget-card.js';
import { useContributors } from './contributors-query.js';
import { FilterBar } from './filter-bar.js';
import { useToilFilters } from './filters.js';
import { GrowthCard } from './growth-card.js';
import { PeopleCard } from './people-card.js';
import { TeamCard } from './team-card.js';
import { ToilPageDocument } from './toil-query.js';
import { sharedMax, weeksChart } from './weeks-chart.js';

/** One service: its weeks, what the hours went to, its budget and growth. */
export const ServicePage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { service = '' } = useParams();
  const filters = useToilFilters(service);
  const read = useRead(
    ToilPageDocument,
    { range: filters.range, now: filters.now, before: filters.before },
    { types: ['WorkEntry', 'Service', 'Person', 'Incident'] },
  );
  const found = read.data?.now.services.find((one) => one.service.key === service)?.service;
  const name = found?.name ?? service;
  useCrumbs([t('shell.nav.toil'), '/toil'], [name]);
  return (
    <>
      <PageHead
        title={name}
        sub={t('shell.nav.toil')}
        scope={t('toil.scope', { weeks: filters.weeks, to: format.fullDate(addDays(filters.end, -1)) })}
        actions={
          <Segmented
            label={t('toil.view')}
            value={filters.view}
            options={[
              ['PERSON', t('toil.personView')],
              ['TICKET', t('toil.ticketView')],
            ]}
            onChange={(view) => filters.set({ view: view === 'PERSON' ? null : view })}
          />
        }
      />
      <div className="stack">
        <FilterBar filters={filters} />
        <Ready read={read} bones={[240, 300]}>
          {(report) => {
            const chart = weeksChart(
              t('toil.chartLabel', { name, value: report.now.total.percent ?? '–' }),
              name,
              report.range.weeks.map((week) => ({ from: week.from, toil: week.total })),
              format,
              sharedMax(report.range.weeks.map((week) => week.total.percent)),
            );
            return (
              <div className="side">
                <div className="stack">
                  <TeamCard report={report} basis={filters.basis} chart={chart} table={false} />
                  <ContributorsCard service={service} from={filters.now.from} to={filters.now.to} />
                  <PeopleCard people={report.now.people} basis={filters.basis} />
                </div>
                <div className="stack">
                  <BudgetCard services={[{ key: service, name }]} at={addDays(filters.end, -1)} />
                  <GrowthCard
                    services={[{ key: service, name }]}
                    from={report.range.from}
                    to={report.range.to}
                    fixed
                  />
                </div>
              </div>
            );
          }}
        </Ready>
      </div>
    </>
  );
};

interface Contributor {
  key: string;
  name: string;
  times: number;
  seconds: number;
  share: number;
}

const ContributorsCard = ({ service, from, to }: { service: string; from: string; to: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { entries, complete, done } = useContributors(service, from, to);
  const toil = entries.filter((entry) => entry.workClass === 'TOIL');
  const total = toil.reduce((sum, entry) => sum + entry.durationSeconds, 0);
  const groups = new Map<string, Contributor>();
  for (const entry of toil) {
    const key = entry.taskType?.key ?? '';
    const group = groups.get(key) ?? {
      key,
      name: entry.taskType?.name ?? t('toil.noType'),
      times: 0,
      seconds: 0,
      share: 0,
    };
    group.times++;
    group.seconds += entry.durationSeconds;
    group.share = total > 0 ? group.seconds / total : 0;
    groups.set(key, group);
  }
  const rows = [...groups.values()].sort((a, b) => b.seconds - a.seconds);
  return (
    <Card
      title={t('toil.contributors')}
      hint={t('toil.contributorsHint')}
      aside={done ? t('toil.typeCount', { n: rows.length }) : t('toil.reading', { n: entries.length })}
      flush
    >
      {rows.length === 0 ? (
        <Empty>{t(done ? 'toil.contributorsEmpty' : 'common.loading')}</Empty>
      ) : (
        <Table
          label={t('toil.contributors')}
          rows={rows}
          rowKey={(row) => row.key}
          sorted={{ key: 'hours', down: true }}
          columns={[
            { key: 'name', head: t('common.taskType'), cell: (row) => row.name, sort: (row) => row.name },
            {
              key: 'times',
              head: t('toil.times'),
              right: true,
              cell: (row) => format.number(row.times),
              sort: (row) => row.times,
            },
            {
              key: 'mean',
              head: t('toil.meanEach'),
              right: true,
              cell: (row) => format.duration(Math.round(row.seconds / row.times)),
              sort: (row) => row.seconds / row.times,
            },
            {
              key: 'hours',
              head: t('common.hours'),
              right: true,
              small: true,
              cell: (row) => <b className="b">{format.hours(row.seconds)}</b>,
              sort: (row) => row.seconds,
            },
            {
              key: 'share',
              head: t('toil.shareOfToil'),
              right: true,
              small: true,
              cell: (row) => (
                <>
                  <span className="cellbar hide-s">
                    <i style={{ width: `${row.share * 100}%` }} />
                  </span>
                  {format.percent(row.share * 100)}
                </>
              ),
            },
          ]}
          foot={
            <tr>
              <td>{complete ? t('toil.sum') : t('toil.sumSoFar')}</td>
              <td className="r hide-s">{format.number(toil.length)}</td>
              <td className="hide-s" />
              <td className="r">{format.hours(total)}</td>
              <td className="r">100.0 %</td>
            </tr>
          }
        />
      )}
    </Card>
  );
};
