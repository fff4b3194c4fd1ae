import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCrumbs } from '../../app/crumbs.js';
import { useMe } from '../../app/me.js';
import { SeriesTable } from '../../chart/chart-card.js';
import { LinkButton } from '../../design/button.js';
import { Card, Empty, Note, PageHead } from '../../design/card.js';
import { addDays } from '../../format/format.rules.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useSentence } from '../../server-words/use-sentence.js';
import { bandEdges } from './band.rules.js';
import { BudgetCard } from './budget-card.js';
import { ContributorsCard } from './contributors-card.js';
import { FilterBar } from './filter-bar.js';
import { useToilFilters } from './filters.js';
import { goLiveEvents } from './go-live.rules.js';
import { GrowthCard } from './growth-card.js';
import { PeopleCard } from './people-card.js';
import { ReportActions } from './report-actions.js';
import { ServiceTiles } from './service-tiles.js';
import { TeamCard } from './team-card.js';
import { ToilPageDocument } from './toil-query.js';
import { sharedMax, weeksChart } from './weeks-chart.js';

/** Toil of the organisation: lead figure with its interval, every service on one scale, budget, growth, people. */
export const ToilPage = () => {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const translate = useSentence();
  const filters = useToilFilters();
  const [table, setTable] = useState(false);
  useCrumbs([me.organization.name], [t('shell.nav.toil')]);
  const read = useRead(
    ToilPageDocument,
    { range: filters.range, now: filters.now, before: filters.before },
    { types: ['WorkEntry', 'Service', 'Person', 'Incident'], everySeconds: 60 },
  );
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
          <ReportActions filters={filters} report={data} file="toil" table={table} onTable={setTable} />
        }
      />
      <div className="stack">
        <FilterBar filters={filters} />
        <Ready read={read} bones={[240, 380]}>
          {(report) => {
            // the tiles share one scale; the team's own weeks would lie flat on that of its busiest service
            const tileMax = sharedMax(
              report.range.weeks.flatMap((week) => week.services.map((one) => one.toil.percent)),
            );
            const total = weeksChart(
              t('toil.chartLabel', { name: me.organization.name, value: report.now.total.percent ?? '–' }),
              t('toil.team'),
              report.range.weeks.map((week) => ({ from: week.from, to: week.to, toil: week.total })),
              format,
              sharedMax(report.range.weeks.map((week) => week.total.percent)),
              bandEdges(me.organization),
            );
            total.events = goLiveEvents(report.automations, report.range, (name, day) =>
              t('toil.automated', { name, day: format.date(day) }),
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
                  <Note
                    tone={report.now.notices.every((one) => one.startsWith('PROVISIONAL')) ? 'idle' : 'watch'}
                  >
                    {report.now.notices.map((notice) => (
                      <p key={notice} className="sentence">
                        {translate(notice).replace(/^[A-Z_]+: /, '')}
                      </p>
                    ))}
                  </Note>
                )}
                <div className="side">
                  <div className="stack">
                    <TeamCard
                      name={t('toil.team')}
                      report={report}
                      basis={filters.basis}
                      chart={total}
                      table={table}
                    />
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
                      <ServiceTiles report={report} basis={filters.basis} yMax={tileMax} />
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
