import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  VersionClassesQuery,
  VersionClassesQueryVariables,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { Confusion } from './confusion.js';
import '../datasets/findings.css';
import './models.css';

const Classes = gql<VersionClassesQuery, VersionClassesQueryVariables>(/* GraphQL */ `
  query VersionClasses($id: ID!) {
    node(id: $id) {
      id
      ... on ModelVersion {
        classNames
        gate { classes { name n recallPercent confusion misread { path label url row split pixelSha } misreadAs } }
      }
    }
  }
`);

/** How well each class is recognised, which classes are taken for which, and the misread pictures. */
export const ClassesCard = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useRead(Classes, { id }, { types: ['ModelVersion'] });
  const version = data?.node && 'classNames' in data.node ? data.node : null;
  const classes = version?.gate?.classes ?? [];
  if (!version || classes.length === 0) return null;
  const worst = [...classes].sort((a, b) => Number(a.recallPercent ?? 101) - Number(b.recallPercent ?? 101));
  return (
    <Card title={t('models.classes')} hint={t('models.classesHint')} flush>
      <Table
        label={t('models.classes')}
        rows={worst}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', head: t('models.class'), cell: (row) => row.name },
          { key: 'n', head: t('models.pictures'), right: true, cell: (row) => format.number(row.n) },
          {
            key: 'recall',
            head: t('models.recall'),
            right: true,
            small: true,
            cell: (row) => (
              <>
                <span className="cellbar hide-s">
                  <i style={{ width: `${Number(row.recallPercent ?? 0)}%` }} />
                </span>
                {row.recallPercent === null ? '–' : format.percent(row.recallPercent)}
              </>
            ),
          },
          {
            key: 'wrong',
            head: t('models.misread'),
            right: true,
            small: true,
            cell: (row) =>
              row.confusion.reduce((sum, count) => sum + count, 0) -
              (row.confusion[version.classNames.indexOf(row.name)] ?? 0),
          },
        ]}
      />
      <div className="cb">
        <h3>{t('models.confusion')}</h3>
        <p className="f12 t3">{t('models.confusionHint')}</p>
        <Confusion classes={classes} names={version.classNames} />
      </div>
    </Card>
  );
};
