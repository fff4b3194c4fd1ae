import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { useCrumbs } from '../../app/crumbs.js';
import { useNewDialog } from '../../app/dialog-param.js';
import { useLiveIncidents } from '../../app/live-changes.js';
import { Button } from '../../design/button.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Input, Select } from '../../design/field.js';
import { Pager, usePager } from '../../design/pager.js';
import { Table } from '../../design/table.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { IncidentsQuery, IncidentsQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { IncidentTitle } from '../../server-words/said.js';
import { OpenDialog } from './open-dialog.js';
import { StatsCards } from './stats-cards.js';

const Incidents = gql<IncidentsQuery, IncidentsQueryVariables>(/* GraphQL */ `
  query Incidents($status: IncidentStatus, $service: String, $text: String, $after: String) {
    incidents(status: $status, service: $service, text: $text, first: 50, after: $after) {
      nodes {
        id number title source severity status openedAt resolvedAt reopenCount wallSeconds engagedSeconds
        service { id key name }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const statuses = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const;

/** All incidents with filters in the address, and how fast they were answered and solved. */
export const IncidentsPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [opening, setOpening] = useNewDialog();
  const { services } = useCatalogue();
  useCrumbs([t('shell.nav.incidents')]);
  const status = statuses.find((one) => one === params.get('status')) ?? null;
  const service = params.get('service');
  const text = params.get('text');
  const pager = usePager(`${status}${service}${text}`);
  const set = (key: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(key, value);
        else after.delete(key);
        return after;
      },
      { replace: true },
    );
  const read = useRead(
    Incidents,
    { status, service, text, after: pager.after },
    { types: ['Incident'], everySeconds: 120 },
  );
  useLiveIncidents(read.again);
  return (
    <>
      <PageHead
        title={t('shell.nav.incidents')}
        scope={t('incidents.scope')}
        actions={
          <Button look="primary" onClick={() => setOpening(true)}>
            {t('incidents.open')}
          </Button>
        }
      />
      <div className="stack">
        <StatsCards service={service} />
        <div className="filters">
          <Select
            label={t('common.status')}
            value={status ?? ''}
            options={[
              ['', t('common.every')],
              ...statuses.map((one) => [one, t(`state.incident.${one}`)] as const),
            ]}
            onChange={(event) => set('status', event.target.value)}
          />
          <Select
            label={t('common.service')}
            value={service ?? ''}
            options={choices(services, t('common.every'))}
            onChange={(event) => set('service', event.target.value)}
          />
          <Input
            label={t('common.search')}
            type="search"
            defaultValue={text ?? ''}
            onKeyDown={(event) =>
              event.key === 'Enter' &&
              !event.nativeEvent.isComposing &&
              set('text', event.currentTarget.value)
            }
            onBlur={(event) => set('text', event.target.value)}
          />
        </div>
        <Ready read={read} bones={[320]}>
          {(data) => (
            <Card flush>
              {data.incidents.nodes.length === 0 ? (
                <Empty>{t(status || service || text ? 'incidents.noMatch' : 'incidents.empty')}</Empty>
              ) : (
                <Table
                  label={t('shell.nav.incidents')}
                  rows={data.incidents.nodes}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      key: 'title',
                      head: t('incidents.title'),
                      cell: (row) => (
                        <>
                          <Link className="name clamp" to={`/incidents/${row.id}`}>
                            <span className="t3 n">#{row.number}</span> <IncidentTitle incident={row} />
                          </Link>
                          <div className="only-s f12 t2 n">
                            {row.service.name} · {format.duration(row.engagedSeconds)}
                          </div>
                        </>
                      ),
                    },
                    { key: 'service', head: t('common.service'), cell: (row) => row.service.name },
                    {
                      key: 'severity',
                      head: t('incidents.severityLabel'),
                      right: true,
                      cell: (row) => row.severity,
                      sort: (row) => row.severity,
                    },
                    {
                      key: 'status',
                      head: t('common.status'),
                      small: true,
                      cell: (row) => <StateChip kind="incident" value={row.status} />,
                    },
                    { key: 'opened', head: t('incidents.opened'), cell: (row) => <Time at={row.openedAt} /> },
                    {
                      key: 'wall',
                      head: t('state.mode.WALL'),
                      right: true,
                      cell: (row) => format.duration(row.wallSeconds),
                      sort: (row) => row.wallSeconds,
                    },
                    {
                      key: 'engaged',
                      head: t('state.mode.ENGAGED'),
                      right: true,
                      cell: (row) => format.duration(row.engagedSeconds),
                      sort: (row) => row.engagedSeconds,
                    },
                  ]}
                />
              )}
              <Pager pager={pager} info={data.incidents.pageInfo} />
            </Card>
          )}
        </Ready>
      </div>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </>
  );
};
