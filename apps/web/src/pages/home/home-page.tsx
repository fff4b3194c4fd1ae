import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { useLiveIncidents } from '../../app/live-changes.js';
import { LogForm } from '../../app/log-form.js';
import { useMe } from '../../app/me.js';
import { LinkButton } from '../../design/button.js';
import { Card, Empty, Note, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { addDays, weekStart } from '../../format/format.rules.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { HomeQuery, HomeQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { IncidentTitle } from '../../server-words/said.js';
import { DraftsCard } from './drafts-card.js';
import { EntryTable } from './entry-table.js';
import { GivenBackCard } from './given-back-card.js';
import { MyWeek } from './my-week.js';
import { WeekReportCard } from './week-report-card.js';

const Home = gql<HomeQuery, HomeQueryVariables>(/* GraphQL */ `
  query Home($person: String, $from: DateTime!, $to: DateTime!) {
    week: workEntries(person: $person, from: $from, to: $to, first: 100) {
      nodes {
        id version date start end durationSeconds note workClass deleted
        person { id key name } service { id key name } taskType { id key name }
      }
    }
    incidents(status: OPEN, first: 5) { nodes { id number title source severity status openedAt service { id name } } }
    acknowledged: incidents(status: ACKNOWLEDGED, first: 5) {
      nodes { id number title source severity status openedAt service { id name } }
    }
    services(first: 1) { nodes { id } }
    people(first: 1) { nodes { id } }
  }
`);

/** The reader's own page: log, see the week, correct it, see what burns. */
export const HomePage = () => {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  useCrumbs([t('shell.nav.home')]);
  const monday = weekStart(format.today(), me.organization.weekStart);
  const read = useRead(
    Home,
    {
      person: me.person?.key ?? null,
      from: `${addDays(monday, -1)}T00:00:00Z`,
      to: `${addDays(monday, 8)}T00:00:00Z`,
    },
    { types: ['WorkEntry', 'Incident', 'Service', 'Person'] },
  );
  useLiveIncidents(read.again);
  return (
    <>
      <PageHead
        title={t('home.title', { name: me.person?.name ?? me.name })}
        scope={t('home.scope', {
          from: format.date(monday),
          to: format.date(addDays(monday, 6)),
          zone: me.zone,
        })}
      />
      <Ready read={read} bones={[150, 220, 300]}>
        {(data) => {
          const entries = data.week.nodes.filter(
            (entry) => !entry.deleted && entry.date >= monday && entry.date < addDays(monday, 7),
          );
          const burning = [...data.incidents.nodes, ...data.acknowledged.nodes];
          const fresh = data.services.nodes.length === 0 || data.people.nodes.length === 0;
          return (
            <div className="side">
              <div className="stack">
                {fresh && (
                  <Note tone="next">
                    <p className="b">{t('home.fresh.title')}</p>
                    <p>
                      {t('home.fresh.text')}{' '}
                      <Link className="link" to="/settings/people">
                        {t('home.fresh.people')}
                      </Link>{' '}
                      ·{' '}
                      <Link className="link" to="/settings/services">
                        {t('home.fresh.services')}
                      </Link>
                    </p>
                  </Note>
                )}
                <Card title={t('shell.log.title')}>
                  <LogForm />
                </Card>
                {me.person && <DraftsCard person={me.person.key} />}
                {entries.length > 0 && <MyWeek monday={monday} entries={entries} />}
                <Card
                  title={t(me.person ? 'home.mine' : 'home.everybody')}
                  hint={t('home.thisWeek')}
                  aside={t('home.entries', { n: entries.length })}
                  flush
                >
                  {entries.length === 0 ? <Empty>{t('home.empty')}</Empty> : <EntryTable entries={entries} />}
                </Card>
              </div>
              <div className="stack">
                <Card
                  title={t('home.burning')}
                  aside={
                    <Link to="/incidents" className="link">
                      {t('common.all')}
                    </Link>
                  }
                  flush
                >
                  {burning.length === 0 ? (
                    <Empty>{t('home.calm')}</Empty>
                  ) : (
                    <ul className="list">
                      {burning.map((incident) => (
                        <li key={incident.id}>
                          <div className="row">
                            <Link className="b name clamp" to={`/incidents/${incident.id}`}>
                              <IncidentTitle incident={incident} />
                            </Link>
                            <span className="push">
                              <StateChip kind="incident" value={incident.status} />
                            </span>
                          </div>
                          <div className="f12 t2">
                            {incident.service.name} · {t('incidents.severity', { n: incident.severity })} ·{' '}
                            <Time at={incident.openedAt} />
                          </div>
                        </li>
                      ))}
                    </ul>
                  )}
                </Card>
                <GivenBackCard person={me.person?.key ?? null} />
                {me.person && <WeekReportCard person={me.person.key} monday={monday} />}
                {!me.person && (
                  <Card title={t('home.unlinked.title')}>
                    <Empty
                      action={
                        <LinkButton small to="/settings/accounts">
                          {t('home.unlinked.go')}
                        </LinkButton>
                      }
                    >
                      {t('home.unlinked.text')}
                    </Empty>
                  </Card>
                )}
              </div>
            </div>
          );
        }}
      </Ready>
    </>
  );
};
