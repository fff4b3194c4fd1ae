import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { useLiveAlerts } from '../../app/live-changes.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Select } from '../../design/field.js';
import { Pager, usePager } from '../../design/pager.js';
import { Table } from '../../design/table.js';
import { Time } from '../../format/time.js';
import { gql } from '../../graphql/client.js';
import type {
  AcknowledgeAlertMutation,
  AcknowledgeAlertMutationVariables,
  AlertsQuery,
  AlertsQueryVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { useSentence } from '../../server-words/use-sentence.js';

const AlertsDocument = gql<AlertsQuery, AlertsQueryVariables>(/* GraphQL */ `
  query Alerts($status: AlertStatus, $after: String) {
    alerts(status: $status, first: 50, after: $after) {
      nodes { id kind subject title severity status openedAt resolvedAt occurrences incident { id number } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const Acknowledge = gql<AcknowledgeAlertMutation, AcknowledgeAlertMutationVariables>(/* GraphQL */ `
  mutation AcknowledgeAlert($id: ID!) { acknowledgeAlert(id: $id) { accepted userErrors { code message path } } }
`);

const statuses = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const;

/** What asks for attention: what it is about, since when, how often. Live. */
export const AlertsPage = () => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const status = statuses.find((one) => one === params.get('status')) ?? null;
  const pager = usePager(String(status));
  useCrumbs([t('shell.nav.alerts')]);
  const read = useRead(
    AlertsDocument,
    { status, after: pager.after },
    { types: ['Alert'], everySeconds: 30 },
  );
  const acknowledge = useWrite(Acknowledge, ['Alert']);
  useLiveAlerts(read.again);
  const translate = useSentence();
  return (
    <>
      <PageHead
        title={t('shell.nav.alerts')}
        scope={t('alerts.scope')}
        actions={<LinkButton to="/settings/channels">{t('alerts.channels')}</LinkButton>}
      />
      <div className="stack">
        <div className="filters">
          <Select
            label={t('common.status')}
            value={status ?? ''}
            options={[
              ['', t('common.every')],
              ...statuses.map((one) => [one, t(`state.alert.${one}`)] as const),
            ]}
            onChange={(event) =>
              setParams(event.target.value ? { status: event.target.value } : {}, { replace: true })
            }
          />
        </div>
        <Ready read={read} bones={[280]}>
          {({ alerts }) => (
            <Card flush>
              {alerts.nodes.length === 0 ? (
                <Empty>{t(status ? 'alerts.noMatch' : 'alerts.empty')}</Empty>
              ) : (
                <Table
                  label={t('shell.nav.alerts')}
                  rows={alerts.nodes}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      key: 'title',
                      head: t('alerts.what'),
                      cell: (row) => (
                        <>
                          {t(`alerts.kind.${row.kind.replaceAll('.', '_')}`, { defaultValue: row.kind })}{' '}
                          <span className="t3">{row.subject}</span>
                          <div className="t2">{translate(row.title)}</div>
                        </>
                      ),
                    },
                    {
                      key: 'severity',
                      head: t('alerts.severity'),
                      cell: (row) => <StateChip kind="alertSeverity" value={row.severity} />,
                    },
                    {
                      key: 'status',
                      head: t('common.status'),
                      small: true,
                      cell: (row) => <StateChip kind="alert" value={row.status} />,
                    },
                    { key: 'opened', head: t('alerts.since'), cell: (row) => <Time at={row.openedAt} /> },
                    { key: 'times', head: t('alerts.times'), right: true, cell: (row) => row.occurrences },
                    {
                      key: 'incident',
                      head: t('common.incident'),
                      cell: (row) =>
                        row.incident ? (
                          <Link className="link" to={`/incidents/${row.incident.id}`}>
                            #{row.incident.number}
                          </Link>
                        ) : (
                          '–'
                        ),
                    },
                    {
                      key: 'do',
                      head: <span className="sr">{t('common.actions')}</span>,
                      right: true,
                      small: true,
                      cell: (row) =>
                        row.status === 'OPEN' && (
                          <Button
                            small
                            disabled={acknowledge.busy}
                            onClick={() => void acknowledge.run({ id: row.id })}
                          >
                            {t('alerts.acknowledge')}
                          </Button>
                        ),
                    },
                  ]}
                />
              )}
              <Pager pager={pager} info={alerts.pageInfo} />
            </Card>
          )}
        </Ready>
      </div>
    </>
  );
};
