import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, Empty, Facts } from '../../design/card.js';
import { Definition } from '../../design/definition.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { GivenBackCardQuery, GivenBackCardQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';

const GivenBack = gql<GivenBackCardQuery, GivenBackCardQueryVariables>(/* GraphQL */ `
  fragment Given on GivenBackPeriod { from to automations runs creditedRuns claimedMinutes realisedMinutes ratioPercent }
  query GivenBackCard($person: String) { givenBack(person: $person) { week { ...Given } quarter { ...Given } } }
`);

/** Hours that the automations of the reader's services gave back: what really left the log, not what they claim. */
export const GivenBackCard = ({ person }: { person: string | null }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useRead(GivenBack, { person }, { types: ['WorkEntry', 'Automation'] });
  const minutes = (value: string) => format.hours(Number(value) * 60);
  return (
    <Card
      title={t('home.givenBack.title')}
      aside={
        <Link to="/automate" className="link">
          {t('shell.nav.automate')}
        </Link>
      }
    >
      <Ready read={read} bones={[96]}>
        {({ givenBack: { week, quarter } }) =>
          quarter.automations === 0 ? (
            <Empty>{t('home.givenBack.none')}</Empty>
          ) : (
            <>
              <p className="row lead">
                <span className="big">{minutes(quarter.realisedMinutes)}</span>
                <span className="t2">
                  {t(person ? 'home.givenBack.quarter' : 'home.givenBack.quarterAll')}
                </span>
              </p>
              <Facts
                look="line"
                rows={[
                  [t('home.givenBack.week'), minutes(week.realisedMinutes)],
                  [
                    <Definition
                      key="claimed"
                      label={t('home.givenBack.claimed')}
                      title={t('home.givenBack.title')}
                      formula={t('home.givenBack.formula')}
                      inputs={[
                        [t('common.start'), format.fullDate(quarter.from)],
                        [t('automate.credited'), `${quarter.creditedRuns} / ${quarter.runs}`],
                        [
                          t('automate.ratio'),
                          quarter.ratioPercent === null ? '–' : format.percent(quarter.ratioPercent),
                        ],
                      ]}
                    />,
                    minutes(quarter.claimedMinutes),
                  ],
                  [t('home.givenBack.automations'), format.number(quarter.automations)],
                ]}
              />
            </>
          )
        }
      </Ready>
    </Card>
  );
};
