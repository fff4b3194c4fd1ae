import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCrumbs } from '../../app/crumbs.js';
import { useMe } from '../../app/me.js';
import { SeriesTable } from '../../chart/chart-card.js';
import { toCsv } from '../../chart/csv.rules.js';
import { download } from '../../chart/download.js';
import { Button, LinkButton, Segmented } from '../../design/button.js';
import { Card, Empty, Note, PageHead } from '../../design/card.js';
import { useToast } from '../../design/toast.js';
import { addDays } from '../../format/format.rules.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import type { ToilPageQuery } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useSentence } from '../../server-words/use-sentence.js';
import { BudgetCard } from './budget-card.js';
import { ContributorsCard } from './contributors-card.js';
import { FilterBar } from './filter-bar.js';
import { useToilFilters } from './filters.js';
import { GrowthCard } from './growth-card.js';
import { PeopleCard } from './people-card.js';
import { ServiceTiles } from './service-tiles.js';
import { TeamCard } from './team-card.js';
import { ToilPageDocument } from './toil-query.js';
import { sharedMax, weeksChart } from './weeks-chart.js';

/** Toil of the organisation: lead figure with its interval, every service on one scale, budget, growth, people. */
export const ToilPage = () => {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const say = useToast();
  const translate = useSentence();
  const filters = useToilFilters();
  const [table, setTable] = useState(false);
  useCrumbs([me.organization.name], [t('shell.nav.toil')]);
  const read = useRead(
    ToilPageDocument,
    { range: filters.range, now: filters.now, before: filters.before },
    { types: ['WorkEntry', 'Service', 'Person', 'Incident'], everySeconds: 60 },
  );
  const share = async () => {
    await navigator.clipboard.writeText(window.location.href);
    say(t('common.copied'));
  };
  const csv = (data: ToilPageQuery) => {
    const keys = data.now.services.map((one) => one.service.key);
    download(
      `toil-${data.range.from}-${data.range.to}.csv`,
      toCsv(
        ['week', 'from', 'to', 'total_percent', 'total_low', 'total_high', ...keys],
        data.range.weeks.map((week) => [
          week.label,
          week.from,
          week.to,
          week.total.percent,
          week.total.lowPercent,
          week.total.highPercent,
          ...keys.map((key) => week.services.find((one) => one.service.key === key)?.toil.percent ?? null),
        ]),
      ),
    );
  };
  const data = read.data;
  return (
    <>
      <PageHead
        title={t('shell.nav.toil')}
        scope={
          <>
            {t('toil.scope', { weeks: filters.weeks, to: format.fullDate(addDays(filters.end, -1)) })}
            {data && (
              <>
                {' · '}
                {t('toil.scopeCount', { people: data.now.people.length, services: data.now.services.length })}
                {' · '}
                {t('common.asOf')} <Time at={data.now.total.asOf} />
              </>
            )}
          </>
        }
        actions={
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
            <Button className="hide-s" aria-pressed={table} onClick={() => setTable(!table)}>
              {t(table ? 'common.chart' : 'common.table')}
            </Button>
            <Button className="hide-s" disabled={!data} onClick={() => data && csv(data)}>
              CSV
            </Button>
            <Button className="hide-s" onClick={() => window.print()}>
              {t('common.print')}
            </Button>
            <Button className="hide-s" onClick={() => void share()}>
              {t('common.share')}
            </Button>
          </>
        }
      />
      <div className="stack">
        <FilterBar filters={filters} />
        <Ready read={read} bones={[240, 380]}>
          {(report) => {
            const values = report.range.weeks.flatMap((week) => [
              week.total.percent,
              ...week.services.map((one) => one.toil.percent),
            ]);
            const yMax = sharedMax(values);
            const total = weeksChart(
              t('toil.chartLabel', { name: me.organization.name, value: report.now.total.percent ?? '–' }),
              t('toil.team'),
              report.range.weeks.map((week) => ({ from: week.from, to: week.to, toil: week.total })),
              format,
              yMax,
            );
            if (
              report.now.services.length === 0 &&
              report.range.weeks.every((week) => week.services.length === 0)
            )
              return (
                <Card>
                  <Empty action={<LinkButton to="/settings/services">{t('toil.emptyGo')}</LinkButton>}>
                    {t('toil.empty')}
                  </Empty>
                </Card>
              );
            return (
              <>
                {report.now.notices.length > 0 && (
                  <Note tone="watch">
                    {report.now.notices.map((notice) => (
                      <p key={notice}>{translate(notice).replace(/^[A-Z_]+: /, '')}</p>
                    ))}
                  </Note>
                )}
                <div className="side">
                  <div className="stack">
                    <TeamCard report={report} basis={filters.basis} chart={total} table={table} />
                    {table ? (
                      <Card title={t('toil.perService')} flush>
                        <SeriesTable
                          chart={{
                            ...total,
                            series: report.now.services.map((one, index) => ({
                              key: one.service.key,
                              label: one.service.name,
                              colour: (index % 8) + 1,
                              points: report.range.weeks.map((week) => {
                                const value = week.services.find(
                                  (other) => other.service.key === one.service.key,
                                )?.toil.percent;
                                return {
                                  x: Date.parse(`${week.from}T00:00:00Z`),
                                  y: value == null ? null : Number(value),
                                };
                              }),
                            })),
                          }}
                        />
                      </Card>
                    ) : (
                      <ServiceTiles report={report} basis={filters.basis} yMax={yMax} />
                    )}
                    <ContributorsCard contributors={report.now.contributors} />
                    <PeopleCard people={report.now.people} basis={filters.basis} />
                  </div>
                  <div className="stack">
                    <BudgetCard
                      services={[...report.now.services]
                        .sort((a, b) => Number(b.toil.percent ?? -1) - Number(a.toil.percent ?? -1))
                        .map((one) => one.service)}
                      at={addDays(filters.end, -1)}
                    />
                    <GrowthCard
                      services={report.now.services.map((one) => one.service)}
                      from={report.range.from}
                      to={report.range.to}
                    />
                  </div>
                </div>
              </>
            );
          }}
        </Ready>
      </div>
    </>
  );
};
