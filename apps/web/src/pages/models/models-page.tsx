import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { LinkButton } from '../../design/button.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { ModelsQuery, ModelsQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';

const Models = gql<ModelsQuery, ModelsQueryVariables>(/* GraphQL */ `
  query Models {
    pipelines(first: 50) {
      nodes {
        id key canaryPercent service { id name }
        live { id number classNames gate { accuracy wilsonLowPercent wilsonHighPercent } }
        candidate { id number deployment }
      }
    }
  }
`);

/** What is served for each pipeline, and what waits behind it. */
export const ModelsPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  useCrumbs([t('shell.nav.models')]);
  const read = useRead(Models, {}, { types: ['Pipeline', 'ModelVersion'], everySeconds: 15 });
  return (
    <>
      <PageHead
        title={t('shell.nav.models')}
        scope={t('models.scope')}
        actions={<LinkButton to="/models/inspector">{t('models.inspector')}</LinkButton>}
      />
      <Ready read={read} bones={[280]}>
        {({ pipelines }) => (
          <Card flush>
            {pipelines.nodes.length === 0 ? (
              <Empty action={<LinkButton to="/pipelines">{t('shell.nav.pipelines')}</LinkButton>}>
                {t('models.empty')}
              </Empty>
            ) : (
              <Table
                label={t('shell.nav.models')}
                rows={pipelines.nodes}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'key',
                    head: t('common.pipeline'),
                    cell: (row) => (
                      <Link className="name" to={`/models/${row.key}`}>
                        {row.key}
                      </Link>
                    ),
                  },
                  { key: 'service', head: t('common.service'), cell: (row) => row.service.name },
                  {
                    key: 'live',
                    head: t('models.live'),
                    small: true,
                    cell: (row) =>
                      row.live ? (
                        <Link className="name" to={`/models/${row.key}/${row.live.number}`}>
                          v{row.live.number}
                        </Link>
                      ) : (
                        <span className="t3">–</span>
                      ),
                  },
                  {
                    key: 'accuracy',
                    head: t('models.accuracyInterval'),
                    right: true,
                    small: true,
                    cell: (row) =>
                      row.live?.gate
                        ? t('run.interval', {
                            value: format.one(row.live.gate.accuracy),
                            low: format.one(row.live.gate.wilsonLowPercent),
                            high: format.one(row.live.gate.wilsonHighPercent),
                          })
                        : '–',
                  },
                  {
                    key: 'classes',
                    head: t('datasets.classes'),
                    right: true,
                    cell: (row) => row.live?.classNames.length ?? '–',
                  },
                  {
                    key: 'candidate',
                    head: t('pipelines.candidate'),
                    cell: (row) =>
                      row.candidate ? (
                        <Link className="row" to={`/models/${row.key}/${row.candidate.number}`}>
                          v{row.candidate.number}{' '}
                          {row.candidate.deployment && (
                            <StateChip kind="deployment" value={row.candidate.deployment} />
                          )}
                          {row.canaryPercent !== null && <span className="t2 n">{row.canaryPercent} %</span>}
                        </Link>
                      ) : (
                        <span className="t3">–</span>
                      ),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Ready>
    </>
  );
};
