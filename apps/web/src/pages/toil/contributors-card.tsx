import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, Empty } from '../../design/card.js';
import { Explained } from '../../design/definition.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import type { ToilPageQuery } from '../../graphql/generated/operations.js';
import { Said } from '../../server-words/said.js';

type Contributor = ToilPageQuery['now']['contributors'][number];

const most = 12;

/** What the toil came from, largest first; every row in full, so shares are of their own sum, which the rest closes. */
export const ContributorsCard = ({ contributors }: { contributors: Contributor[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = (list: Contributor[]) => list.reduce((sum, one) => sum + one.seconds, 0);
  const total = seconds(contributors);
  // one row for a single one that is left says less than the one itself
  const shown = contributors.length > most + 1 ? contributors.slice(0, most) : contributors;
  const rest = contributors.slice(shown.length);
  const share = (part: number) => (total > 0 ? format.percent((part / total) * 100) : '–');
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
          rows={shown}
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
                  <span className="cellbar-figure">{share(row.seconds)}</span>
                </>
              ),
            },
          ]}
          foot={
            <>
              {rest.length > 0 && (
                <tr>
                  <td>{t('toil.others', { n: rest.length })}</td>
                  <td className="r hide-s">{format.number(rest.reduce((sum, one) => sum + one.items, 0))}</td>
                  <td className="r hide-s" />
                  <td className="r">{format.hours(seconds(rest))}</td>
                  <td className="r">{share(seconds(rest))}</td>
                </tr>
              )}
              <tr>
                <td>
                  <Explained label={t('toil.sum')} formula={t('toil.sumFormula')} />
                </td>
                <td className="r hide-s" />
                <td className="r hide-s" />
                <td className="r">{format.hours(total)}</td>
                <td className="r">{share(total)}</td>
              </tr>
            </>
          }
        />
      )}
    </Card>
  );
};
