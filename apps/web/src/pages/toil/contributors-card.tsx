import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, Empty } from '../../design/card.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import type { ToilPageQuery } from '../../graphql/generated/operations.js';
import { Said } from '../../server-words/said.js';

type Contributor = ToilPageQuery['now']['contributors'][number];

/** What the toil came from, largest first; every row in full, so shares are of their own sum. */
export const ContributorsCard = ({ contributors }: { contributors: Contributor[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const total = contributors.reduce((sum, one) => sum + one.seconds, 0);
  return (
    <Card
      title={t('toil.contributors')}
      hint={t('toil.contributorsHint')}
      aside={t('toil.typeCount', { n: contributors.length })}
      flush
    >
      {contributors.length === 0 ? (
        <Empty>{t('toil.contributorsEmpty')}</Empty>
      ) : (
        <Table
          label={t('toil.contributors')}
          rows={contributors}
          rowKey={(row) => `${row.kind}${row.id}${row.title}`}
          sorted={{ key: 'hours', down: true }}
          columns={[
            {
              key: 'name',
              head: t('toil.cameFrom'),
              cell: (row) => (
                <>
                  {row.kind === 'INCIDENT' && row.id ? (
                    <Link className="name clamp" to={`/incidents/${row.id}`}>
                      <Said text={row.title} />
                    </Link>
                  ) : (
                    row.title || t('toil.noType')
                  )}
                  <div className="f12 t3">
                    {t(`state.contributor.${row.kind}`, { defaultValue: row.kind })}
                  </div>
                </>
              ),
              sort: (row) => row.title,
            },
            {
              key: 'times',
              head: t('toil.times'),
              right: true,
              cell: (row) => format.number(row.items),
              sort: (row) => row.items,
            },
            {
              key: 'mean',
              head: t('toil.meanEach'),
              right: true,
              cell: (row) => format.duration(Math.round(row.seconds / Math.max(1, row.items) / 60) * 60),
              sort: (row) => row.seconds / Math.max(1, row.items),
            },
            {
              key: 'hours',
              head: t('common.hours'),
              right: true,
              small: true,
              cell: (row) => <b className="b">{format.hours(row.seconds)}</b>,
              sort: (row) => row.seconds,
            },
            {
              key: 'share',
              head: t('toil.shareOfShown'),
              right: true,
              small: true,
              cell: (row) => (
                <>
                  <span className="cellbar hide-s">
                    <i style={{ width: `${total > 0 ? (row.seconds / total) * 100 : 0}%` }} />
                  </span>
                  <span className="cellbar-figure">
                    {total > 0 ? format.percent((row.seconds / total) * 100) : '–'}
                  </span>
                </>
              ),
            },
          ]}
          foot={
            <tr>
              <td>{t('toil.sum')}</td>
              <td className="r hide-s" />
              <td className="r hide-s" />
              <td className="r">{format.hours(total)}</td>
              <td className="r">{total > 0 ? format.percent(100) : '–'}</td>
            </tr>
          }
        />
      )}
    </Card>
  );
};
