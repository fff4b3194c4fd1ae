import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Bar, Card, Empty, Facts, Note } from '../../design/card.js';
import { Definition } from '../../design/definition.js';
import { Select } from '../../design/field.js';
import { addDays } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  AutomationsQuery,
  AutomationsQueryVariables,
  LedgerQuery,
  LedgerQueryVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';

const Ledger = gql<LedgerQuery, LedgerQueryVariables>(/* GraphQL */ `
  query Ledger($automation: String!, $from: Date!, $to: Date!) {
    savingsLedger(automation: $automation, from: $from, to: $to) {
      rows creditedRuns claimedMinutes realisedMinutes ratioPercent countDegreePercent effortDegreePercent demandCapped
    }
  }
`);

const Automations = gql<AutomationsQuery, AutomationsQueryVariables>(/* GraphQL */ `
  query Automations { automations { key service { id name } } }
`);

const longest = (ledger: { realisedMinutes: string | null; claimedMinutes: string }): number =>
  Math.max(Number(ledger.realisedMinutes ?? 0), Number(ledger.claimedMinutes), 1);

/** Minutes an automation claims to have saved against those that really left the log, over 13 weeks. */
export const LedgerCard = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const automations = useRead(Automations, {}, { types: ['Automation'] }).data?.automations ?? [];
  const automation = params.get('automation') ?? automations[0]?.key ?? '';
  const to = addDays(format.today(), 1);
  const read = useRead(
    Ledger,
    { automation, from: addDays(to, -91), to },
    { pause: !automation, types: ['WorkEntry', 'Automation'] },
  );
  const minutes = (value: string | null) =>
    value === null ? '–' : format.duration(Math.round(Number(value) * 60));
  const percent = (value: string | null) => (value === null ? '–' : format.percent(value));
  return (
    <Card title={t('automate.ledger')} hint={t('automate.ledgerHint')}>
      {automations.length > 0 && (
        <Select
          label={t('automate.automation')}
          value={automation}
          options={automations.map((one) => [one.key, `${one.key} (${one.service.name})`] as const)}
          onChange={(event) => setParams({ automation: event.target.value }, { replace: true })}
        />
      )}
      {!automation ? (
        <Empty>{t('automate.ledgerEmpty')}</Empty>
      ) : (
        <div className="gap">
          <Ready read={read} bones={[140]}>
            {({ savingsLedger: ledger }) => (
              <>
                <div className="row">
                  <span className="mid">{minutes(ledger.realisedMinutes)}</span>
                  <span className="t2">
                    {t('automate.ofClaimed', { claimed: minutes(ledger.claimedMinutes) })}
                  </span>
                </div>
                <Bar
                  share={Number(ledger.realisedMinutes ?? 0) / longest(ledger)}
                  mark={Number(ledger.claimedMinutes) / longest(ledger)}
                  bad={ledger.ratioPercent !== null && Number(ledger.ratioPercent) < 70}
                />
                {ledger.demandCapped && <Note tone="watch">{t('automate.capped')}</Note>}
                <Facts
                  look="line"
                  rows={[
                    [
                      <Definition
                        key="ratio"
                        label={t('automate.ratio')}
                        title={t('automate.ratio')}
                        formula={t('automate.ratioFormula')}
                      />,
                      percent(ledger.ratioPercent),
                    ],
                    [
                      <Definition
                        key="count"
                        label={t('automate.countDegree')}
                        title={t('automate.countDegree')}
                        formula={t('automate.countFormula')}
                      />,
                      percent(ledger.countDegreePercent),
                    ],
                    [
                      <Definition
                        key="effort"
                        label={t('automate.effortDegree')}
                        title={t('automate.effortDegree')}
                        formula={t('automate.effortFormula')}
                      />,
                      percent(ledger.effortDegreePercent),
                    ],
                    [
                      t('automate.credited'),
                      t('automate.creditedOf', { credited: ledger.creditedRuns, rows: ledger.rows }),
                    ],
                  ]}
                />
              </>
            )}
          </Ready>
        </div>
      )}
    </Card>
  );
};
