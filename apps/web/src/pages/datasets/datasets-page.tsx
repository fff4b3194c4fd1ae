import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { useNewDialog } from '../../app/dialog-param.js';
import { Button } from '../../design/button.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { Chip, StateChip } from '../../design/chip.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { DatasetsQuery, DatasetsQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { ImportDialog } from './import-dialog.js';

const Datasets = gql<DatasetsQuery, DatasetsQueryVariables>(/* GraphQL */ `
  query Datasets {
    datasets(first: 50) {
      nodes { id key classNames report { verdict usableTraining usableValidation findings { code severity count } } }
    }
  }
`);

/** Every dataset with the verdict of its checks. */
export const DatasetsPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const [importing, setImporting] = useNewDialog();
  useCrumbs([t('shell.nav.datasets')]);
  const read = useRead(Datasets, {}, { types: ['Dataset'], everySeconds: 15 });
  return (
    <>
      <PageHead
        title={t('shell.nav.datasets')}
        scope={t('datasets.scope')}
        actions={
          <Button look="primary" onClick={() => setImporting(true)}>
            {t('datasets.import')}
          </Button>
        }
      />
      <Ready read={read} bones={[280]}>
        {({ datasets }) => (
          <Card flush>
            {datasets.nodes.length === 0 ? (
              <Empty action={<Button onClick={() => setImporting(true)}>{t('datasets.import')}</Button>}>
                {t('datasets.empty')}
              </Empty>
            ) : (
              <Table
                label={t('shell.nav.datasets')}
                rows={datasets.nodes}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'key',
                    head: t('common.dataset'),
                    cell: (row) => (
                      <Link className="name" to={`/datasets/${row.key}`}>
                        {row.key}
                      </Link>
                    ),
                  },
                  {
                    key: 'verdict',
                    head: t('datasets.verdict'),
                    small: true,
                    cell: (row) =>
                      row.report ? (
                        <StateChip kind="verdict" value={row.report.verdict} />
                      ) : (
                        <Chip tone="idle">{t('datasets.unchecked')}</Chip>
                      ),
                  },
                  {
                    key: 'classes',
                    head: t('datasets.classes'),
                    right: true,
                    cell: (row) => row.classNames.length,
                  },
                  {
                    key: 'training',
                    head: t('datasets.training'),
                    right: true,
                    small: true,
                    cell: (row) => (row.report ? format.number(row.report.usableTraining) : '–'),
                  },
                  {
                    key: 'validation',
                    head: t('datasets.validation'),
                    right: true,
                    cell: (row) => (row.report ? format.number(row.report.usableValidation) : '–'),
                  },
                  {
                    key: 'findings',
                    head: t('datasets.findings'),
                    right: true,
                    cell: (row) => (row.report ? row.report.findings.length : '–'),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Ready>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
};
