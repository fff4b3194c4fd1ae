import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateChip } from '../../design/chip.js';
import type { Column } from '../../design/table.js';

interface PipelineRow {
  key: string;
  canaryPercent: number | null;
  service: { name: string };
  live: { number: number } | null;
  candidate: { number: number; deployment: string | null } | null;
}

const nothing = <span className="t3">–</span>;

/** The columns that lists of pipelines share: name (a link below base), service, what is live, what waits behind it. */
export const usePipelineColumns = (base: '/pipelines' | '/models') => {
  const { t } = useTranslation();
  const version = (key: string, number: number) => `/models/${key}/${number}`;
  return {
    name: {
      key: 'key',
      head: t('common.pipeline'),
      cell: (row) => (
        <Link className="name" to={`${base}/${row.key}`}>
          {row.key}
        </Link>
      ),
    },
    service: { key: 'service', head: t('common.service'), cell: (row) => row.service.name },
    live: {
      key: 'live',
      head: t('pipelines.serves'),
      small: true,
      cell: (row) =>
        row.live ? (
          <Link className="name" to={version(row.key, row.live.number)}>
            v{row.live.number}
          </Link>
        ) : (
          nothing
        ),
    },
    candidate: {
      key: 'candidate',
      head: t('pipelines.candidate'),
      cell: (row) =>
        row.candidate ? (
          <Link className="row" to={version(row.key, row.candidate.number)}>
            v{row.candidate.number}
            {row.candidate.deployment && <StateChip kind="deployment" value={row.candidate.deployment} />}
            {row.canaryPercent !== null && <span className="t2 n">{row.canaryPercent} %</span>}
          </Link>
        ) : (
          nothing
        ),
    },
  } satisfies Record<string, Column<PipelineRow>>;
};
