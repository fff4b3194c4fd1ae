import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { useMe } from '../../app/me.js';
import { PageHead } from '../../design/card.js';
import { addDays } from '../../format/format.rules.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { bandEdges } from './band.rules.js';
import { BudgetCard } from './budget-card.js';
import { ContributorsCard } from './contributors-card.js';
import { FilterBar } from './filter-bar.js';
import { useToilFilters } from './filters.js';
import { goLiveEvents } from './go-live.rules.js';
import { GrowthCard } from './growth-card.js';
import { PeopleCard } from './people-card.js';
import { ReportActions } from './report-actions.js';
import { TeamCard } from './team-card.js';
import { ToilPageDocument } from './toil-query.js';
import { sharedMax, weeksChart } from './weeks-chart.js';

/** One service: its weeks, what the hours went to, its budget and growth. */
export const ServicePage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { service = '' } = useParams();
  const { organization } = useMe();
  const filters = useToilFilters(service);
  const [table, setTable] = useState(false);
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
        scope={
          <>
            {t('toil.scope', { weeks: filters.weeks, to: format.fullDate(addDays(filters.end, -1)) })}
            {read.data && (
              <>
                {' · '}
                {t('common.asOf')} <Time at={read.data.now.total.asOf} />
              </>
            )}
          </>
        }
        actions={
          <ReportActions
            filters={filters}
            report={read.data}
            file={`toil-${service}`}
            table={table}
            onTable={setTable}
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
              report.range.weeks.map((week) => ({ from: week.from, to: week.to, toil: week.total })),
              format,
              sharedMax(report.range.weeks.map((week) => week.total.percent)),
              bandEdges(organization),
            );
            chart.events = goLiveEvents(
              report.automations.filter((one) => one.service.key === service),
              report.range,
              (what, day) => t('toil.automated', { name: what, day: format.date(day) }),
            );
            return (
              <div className="side">
                <div className="stack">
                  <TeamCard
                    name={t('toil.ofService')}
                    report={report}
                    basis={filters.basis}
                    chart={chart}
                    table={table}
                  />
                  <ContributorsCard contributors={report.now.contributors} />
                  <PeopleCard people={report.now.people} basis={filters.basis} />
                </div>
                <div className="stack">
                  <BudgetCard services={[{ key: service }]} at={addDays(filters.end, -1)} />
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
