import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Icon, type IconName, Mark } from '../design/icon.js';
import { Menu } from '../design/menu.js';
import { gql } from '../graphql/client.js';
import type { NavCountsQuery, NavCountsQueryVariables } from '../graphql/generated/operations.js';
import { useRead } from '../graphql/use-read.js';
import { useLiveAlerts, useLiveIncidents } from './live-changes.js';
import { RunningTimer } from './running-timer.js';

const Counts = gql<NavCountsQuery, NavCountsQueryVariables>(/* GraphQL */ `
  query NavCounts {
    incidents(status: OPEN, first: 50) { nodes { id } pageInfo { hasNextPage } }
    alerts(status: OPEN, first: 50) { nodes { id } pageInfo { hasNextPage } }
  }
`);

/** The sections of the product in the order of the navigation. */
export const sections: { name: IconName; to: string; group: '' | 'ml' | 'workspace' }[] = [
  { name: 'home', to: '/', group: '' },
  { name: 'toil', to: '/toil', group: '' },
  { name: 'incidents', to: '/incidents', group: '' },
  { name: 'automate', to: '/automate', group: '' },
  { name: 'datasets', to: '/datasets', group: 'ml' },
  { name: 'pipelines', to: '/pipelines', group: 'ml' },
  { name: 'models', to: '/models', group: 'ml' },
  { name: 'alerts', to: '/alerts', group: 'workspace' },
  { name: 'settings', to: '/settings', group: 'workspace' },
];

const within = (path: string, to: string) =>
  to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);

const useCounts = (): Partial<Record<IconName, string>> => {
  const { data, again } = useRead(Counts, {}, { types: ['Incident', 'Alert'], everySeconds: 120 });
  useLiveIncidents(again);
  useLiveAlerts(again);
  const count = (list?: { nodes: unknown[]; pageInfo: { hasNextPage: boolean } }) =>
    list && list.nodes.length > 0 ? `${list.nodes.length}${list.pageInfo.hasNextPage ? '+' : ''}` : undefined;
  return { incidents: count(data?.incidents), alerts: count(data?.alerts) };
};

/** The navigation at the left; on a phone five tabs at the bottom. */
export const Nav = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const counts = useCounts();
  const group = (name: string) =>
    sections
      .filter((section) => section.group === name)
      .map((section) => (
        <Link
          key={section.to}
          to={section.to}
          aria-current={within(pathname, section.to) ? 'page' : undefined}
        >
          <Icon name={section.name} />
          {t(`shell.nav.${section.name}`)}
          {counts[section.name] && (
            <b className="n">
              {counts[section.name]} <span className="sr">{t('shell.nav.open')}</span>
            </b>
          )}
        </Link>
      ));
  return (
    <nav className="nav" aria-label={t('shell.nav.label')}>
      <Link className="brand" to="/">
        <Mark />
        Untoil
      </Link>
      {group('')}
      <div className="group">{t('shell.nav.ml')}</div>
      {group('ml')}
      <div className="group">{t('shell.nav.workspace')}</div>
      {group('workspace')}
      <RunningTimer />
    </nav>
  );
};

/** Four sections and More, at the bottom of a phone. */
export const Tabs = ({ onGo }: { onGo: (to: string) => void }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const first = ['home', 'toil', 'incidents', 'pipelines'];
  return (
    <nav className="tabs" aria-label={t('shell.nav.tabs')}>
      {sections
        .filter((section) => first.includes(section.name))
        .map((section) => (
          <Link
            key={section.to}
            to={section.to}
            aria-current={within(pathname, section.to) ? 'page' : undefined}
          >
            <Icon name={section.name} />
            {t(`shell.nav.${section.name}`)}
          </Link>
        ))}
      <Menu
        label={t('shell.nav.more')}
        className="more"
        face={
          <>
            <Icon name="more" />
            {t('shell.nav.more')}
          </>
        }
        items={sections
          .filter((section) => !first.includes(section.name))
          .map((section) => [section.to, t(`shell.nav.${section.name}`), () => onGo(section.to)] as const)}
      />
    </nav>
  );
};
