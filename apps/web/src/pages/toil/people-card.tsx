import { useTranslation } from 'react-i18next';
import { Card, Empty } from '../../design/card.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import type { ToilPageQuery } from '../../graphql/generated/operations.js';
import { MetricDefinition } from './metric-definition.js';

type Row = ToilPageQuery['now']['people'][number];

/** The people whose rows the reader may see, by name: never ranked, never coloured. */
export const PeopleCard = ({ people, basis }: { people: Row[]; basis: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [...people].sort((a, b) => a.person.name.localeCompare(b.person.name, format.locale));
  return (
    <Card title={t('toil.people')} hint={t('toil.peopleHint')} flush>
      {rows.length === 0 ? (
        <Empty>{t('toil.peopleEmpty')}</Empty>
      ) : (
        <Table
          label={t('toil.people')}
          rows={rows}
          rowKey={(row) => row.person.key}
          columns={[
            { key: 'name', head: t('common.person'), cell: (row) => row.person.name },
            {
              key: 'toil',
              head: t('state.workClass.TOIL'),
              right: true,
              cell: (row) => format.hours(row.toil.numeratorSeconds),
            },
            {
              key: 'engineering',
              head: t('state.workClass.ENGINEERING'),
              right: true,
              cell: (row) => format.hours(row.engineeringSeconds),
            },
            {
              key: 'overhead',
              head: t('state.workClass.OVERHEAD'),
              right: true,
              cell: (row) => format.hours(row.overheadSeconds),
            },
            {
              key: 'capacity',
              head: t(`toil.denominator.${basis}`),
              right: true,
              cell: (row) =>
                row.toil.denominatorSeconds === null ? '–' : format.hours(row.toil.denominatorSeconds),
            },
            {
              key: 'share',
              head: t('toil.share'),
              right: true,
              small: true,
              cell: (row) => (
                <MetricDefinition
                  label={
                    row.toil.percent === null
                      ? `– ${t(`state.nullReason.${row.toil.nullReason ?? 'NO_DATA'}`)}`
                      : format.percent(row.toil.percent)
                  }
                  metric={row.toil}
                  basis={basis}
                />
              ),
            },
          ]}
        />
      )}
    </Card>
  );
};
