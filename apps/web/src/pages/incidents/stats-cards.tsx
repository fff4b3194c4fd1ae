import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Definition } from '../../design/definition.js';
import { addDays } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { IncidentStatsQuery, IncidentStatsQueryVariables } from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import './incidents.css';

const Stats = gql<IncidentStatsQuery, IncidentStatsQueryVariables>(/* GraphQL */ `
  query IncidentStats($from: Date!, $to: Date!, $service: String) {
    incidentStats(from: $from, to: $to, service: $service) {
      mtta { meanMinutes medianMinutes p90Minutes n excluded }
      mttrActive { meanMinutes medianMinutes p90Minutes n excluded }
      mttrElapsed { meanMinutes medianMinutes p90Minutes n excluded }
      wallUnionSeconds
    }
  }
`);

/** Time to acknowledge and to resolve over the last 13 weeks, each with its spread and count. */
export const StatsCards = ({ service }: { service: string | null }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const to = addDays(format.today(), 1);
  const { data } = useRead(Stats, { from: addDays(to, -91), to, service }, { types: ['Incident'] });
  const stats = data?.incidentStats;
  const minutes = (value: string | null | undefined) =>
    value == null ? '–' : format.duration(Math.round(Number(value) * 60));
  return (
    <div className="tiles">
      {(['mtta', 'mttrActive', 'mttrElapsed'] as const).map((kind) => {
        const one = stats?.[kind];
        return (
          <Card key={kind}>
            <Definition
              label={t(`incidents.${kind}.label`)}
              title={t(`incidents.${kind}.label`)}
              formula={t(`incidents.${kind}.formula`)}
              inputs={[
                [t('incidents.mean'), minutes(one?.meanMinutes)],
                [t('incidents.median'), minutes(one?.medianMinutes)],
                [t('incidents.p90'), minutes(one?.p90Minutes)],
                [t('incidents.count'), one ? format.number(one.n) : '–'],
                [t('incidents.excluded'), one ? format.number(one.excluded) : '–'],
              ]}
            />
            <div className="mid">{minutes(one?.meanMinutes)}</div>
            <div className="f12 t2 n">
              {one && one.n > 0
                ? t('incidents.spread', {
                    median: minutes(one.medianMinutes),
                    p90: minutes(one.p90Minutes),
                  })
                : ' '}
            </div>
            <div className="f12 t2 n">
              {one && (one.n === 0 ? t('incidents.none13') : t('incidents.of13', { n: one.n }))}
            </div>
          </Card>
        );
      })}
      <Card>
        <Definition
          label={t('incidents.union.label')}
          title={t('incidents.union.label')}
          formula={t('incidents.union.formula')}
        />
        <div className="mid">{stats ? format.duration(stats.wallUnionSeconds) : '–'}</div>
        <div className="f12 t2">{t('incidents.last13')}</div>
      </Card>
    </div>
  );
};
