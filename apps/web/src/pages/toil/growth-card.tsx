import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '../../app/catalogue.js';
import { Card, Facts } from '../../design/card.js';
import { Chip } from '../../design/chip.js';
import { Definition, Explained } from '../../design/definition.js';
import { Select } from '../../design/field.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { GrowthQuery, GrowthQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { GrowthScatter } from './growth-scatter.js';

const Growth = gql<GrowthQuery, GrowthQueryVariables>(/* GraphQL */ `
  query Growth($service: String, $from: Date, $to: Date) {
    toilGrowth(service: $service, from: $from, to: $to) {
      slope intercept r2 slopeLow slopeHigh elasticity growthClass scalesLinearly nullReason
      segments { from to slope intercept nullReason cutBy { automation date } points { week size hours } }
    }
  }
`);

/** Whether a service's toil grows with its size. */
export const GrowthCard = (props: {
  services: { key: string; name: string }[];
  from: string;
  to: string;
  fixed?: boolean;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [service, setService] = useState(props.services[0]?.key ?? '');
  const read = useRead(
    Growth,
    { service: service || null, from: props.from, to: props.to },
    { types: ['WorkEntry', 'ServiceSize'], pause: !service },
  );
  const figure = (value: string | null) => (value === null ? '–' : format.significant(value));
  if (!service) return null;
  return (
    <Card title={t('toil.growth.title')} hint={t('toil.growth.hint')}>
      <div className="stack-s">
        {!props.fixed && (
          <Select
            label={t('common.service')}
            value={service}
            options={choices(props.services)}
            onChange={(event) => setService(event.target.value)}
          />
        )}
        <Ready read={read} bones={[120]}>
          {({ toilGrowth: growth }) =>
            growth.nullReason ? (
              <p className="t2">– {t(`state.nullReason.${growth.nullReason}`)}</p>
            ) : (
              <>
                {growth.growthClass && (
                  <div>
                    <Chip
                      tone={
                        growth.growthClass === 'NOT_SCALING' || growth.growthClass === 'SUBLINEAR'
                          ? 'ok'
                          : 'watch'
                      }
                    >
                      {t(`state.growth.${growth.growthClass}`)}
                    </Chip>
                  </div>
                )}
                {growth.segments.some((one) => one.points.length > 0) && (
                  <GrowthScatter stretches={growth.segments} />
                )}
                {growth.segments.at(-1)?.cutBy.map((cut) => (
                  <p key={cut.automation} className="t2 f12">
                    {t('toil.growth.since', { automation: cut.automation, day: format.fullDate(cut.date) })}
                  </p>
                ))}
                <Facts
                  rows={[
                    [
                      <Definition
                        key="slope"
                        label={t('toil.growth.slope')}
                        title={t('toil.growth.title')}
                        formula={t('toil.growth.formula')}
                        inputs={[
                          [
                            t('toil.growth.interval'),
                            `${figure(growth.slopeLow)} – ${figure(growth.slopeHigh)}`,
                          ],
                          [t('toil.growth.intercept'), figure(growth.intercept)],
                        ]}
                      />,
                      t('toil.growth.slopeValue', { value: figure(growth.slope) }),
                    ],
                    [
                      <Explained
                        key="elasticity"
                        label={t('toil.growth.elasticity')}
                        formula={t('toil.growth.elasticityFormula')}
                      />,
                      figure(growth.elasticity),
                    ],
                    [
                      <Explained key="r2" label="R²" formula={t('toil.growth.r2Formula')} />,
                      growth.r2 === null ? '–' : format.number(growth.r2, 2),
                    ],
                  ]}
                />
              </>
            )
          }
        </Ready>
      </div>
    </Card>
  );
};
