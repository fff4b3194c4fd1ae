import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { useMe } from '../../app/me.js';
import { Bones, Card, Empty, PageHead } from '../../design/card.js';
import './settings.css';

const tabs: { key: string; role: 'VIEWER' | 'MEMBER' | 'LEAD' | 'ADMIN'; page: ComponentType }[] = [
  {
    key: 'organization',
    role: 'VIEWER',
    page: lazy(async () => ({ default: (await import('./organization-tab.js')).OrganizationTab })),
  },
  {
    key: 'people',
    role: 'VIEWER',
    page: lazy(async () => ({ default: (await import('./people-tab.js')).PeopleTab })),
  },
  {
    key: 'services',
    role: 'VIEWER',
    page: lazy(async () => ({ default: (await import('./services-tab.js')).ServicesTab })),
  },
  {
    key: 'types',
    role: 'VIEWER',
    page: lazy(async () => ({ default: (await import('./types-tab.js')).TypesTab })),
  },
  {
    key: 'capacity',
    role: 'MEMBER',
    page: lazy(async () => ({ default: (await import('./capacity-tab.js')).CapacityTab })),
  },
  {
    key: 'budgets',
    role: 'MEMBER',
    page: lazy(async () => ({ default: (await import('./budgets-tab.js')).BudgetsTab })),
  },
  {
    key: 'channels',
    role: 'LEAD',
    page: lazy(async () => ({ default: (await import('./channels-tab.js')).ChannelsTab })),
  },
  {
    key: 'accounts',
    role: 'ADMIN',
    page: lazy(async () => ({ default: (await import('./accounts-tab.js')).AccountsTab })),
  },
  {
    key: 'webhooks',
    role: 'ADMIN',
    page: lazy(async () => ({ default: (await import('./webhooks-tab.js')).WebhooksTab })),
  },
  {
    key: 'audit',
    role: 'ADMIN',
    page: lazy(async () => ({ default: (await import('./audit-tab.js')).AuditTab })),
  },
  {
    key: 'retention',
    role: 'ADMIN',
    page: lazy(async () => ({ default: (await import('./retention-tab.js')).RetentionTab })),
  },
  {
    key: 'sample',
    role: 'ADMIN',
    page: lazy(async () => ({ default: (await import('./sample-tab.js')).SampleTab })),
  },
  {
    key: 'tokens',
    role: 'VIEWER',
    page: lazy(async () => ({ default: (await import('./tokens-tab.js')).TokensTab })),
  },
];

// On a phone the tabs are one long row: the one that is open is scrolled to, the page itself stays where it is.
const showLink = (link: HTMLAnchorElement | null) => {
  const row = link?.parentElement;
  if (link && row) row.scrollLeft = link.offsetLeft - row.offsetLeft - 16;
};

/** Everything that is set up once, by tab; the tab is part of the address. */
export const SettingsPage = () => {
  const { t } = useTranslation();
  const me = useMe();
  const { tab = 'organization' } = useParams();
  const current = tabs.find((one) => one.key === tab);
  useCrumbs([t('shell.nav.settings'), '/settings'], [t(`settings.tab.${current?.key ?? 'organization'}`)]);
  const allowed = current && me.may(current.role);
  return (
    <>
      <PageHead
        title={t('shell.nav.settings')}
        scope={t('settings.scope', { name: me.name, role: t(`state.role.${me.role}`) })}
      />
      <div className="settings">
        <nav className="subnav" aria-label={t('shell.nav.settings')}>
          {tabs
            .filter((one) => me.may(one.role))
            .map((one) => (
              <Link
                key={one.key}
                to={`/settings/${one.key}`}
                aria-current={one.key === current?.key ? 'page' : undefined}
                ref={one.key === current?.key ? showLink : undefined}
              >
                {t(`settings.tab.${one.key}`)}
              </Link>
            ))}
        </nav>
        <div className="stack">
          {allowed ? (
            <Suspense fallback={<Bones heights={[280]} />}>
              <current.page />
            </Suspense>
          ) : (
            <Card>
              <Empty>
                {t(current ? 'settings.notAllowed' : 'shell.notFound.text', {
                  role: current ? t(`state.role.${current.role}`) : '',
                })}
              </Empty>
            </Card>
          )}
        </div>
      </div>
    </>
  );
};
