import { useTranslation } from 'react-i18next';
import { useCrumbs } from '../../app/crumbs.js';
import { LinkButton } from '../../design/button.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { ModelsQuery, ModelsQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { usePipelineColumns } from '../pipelines/pipeline-columns.js';

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
  const columns = usePipelineColumns('/models');
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
                  columns.name,
                  columns.service,
                  columns.live,
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
                  columns.candidate,
                ]}
              />
            )}
          </Card>
        )}
      </Ready>
    </>
  );
};
