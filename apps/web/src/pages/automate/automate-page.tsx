import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCrumbs } from '../../app/crumbs.js';
import { ChartTools } from '../../chart/chart-card.js';
import { toCsv } from '../../chart/csv.rules.js';
import { download } from '../../chart/download.js';
import { Button } from '../../design/button.js';
import { Card, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Definition, Explained } from '../../design/definition.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { CandidatesQuery, CandidatesQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { CandidateForm, useOwnCandidates } from './candidate-form.js';
import { LedgerCard } from './ledger-card.js';
import { RegisterDialog } from './register-dialog.js';
import { Scatter } from './scatter.js';

const Candidates = gql<CandidatesQuery, CandidatesQueryVariables>(/* GraphQL */ `
  query Candidates($goLive: Date!, $candidates: [CandidateInput!]) {
    automationCandidates(goLive: $goLive, candidates: $candidates) {
      key rank gainMinutes savedHoursPerWeek paybackWeeks breakEvenDate netHours flag
    }
  }
`);

/** What would pay off to automate, and what automation has given back. */
export const AutomatePage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const own = useOwnCandidates();
  const [table, setTable] = useState(false);
  const [registering, setRegistering] = useState(false);
  useCrumbs([t('shell.nav.automate')]);
  const read = useRead(
    Candidates,
    { goLive: format.today(), candidates: own.list.length > 0 ? own.list : null },
    { types: ['WorkEntry', 'TaskType', 'Automation'] },
  );
  return (
    <>
      <PageHead
        title={t('shell.nav.automate')}
        scope={t('automate.scope')}
        actions={<Button onClick={() => setRegistering(true)}>{t('automate.register')}</Button>}
      />
      <div className="stack">
        <Ready read={read} bones={[320, 200]}>
          {({ automationCandidates: candidates }) => (
            <>
              <Card
                title={t('automate.candidates')}
                hint={t(own.list.length > 0 ? 'automate.given' : 'automate.measured')}
                aside={
                  candidates.length > 0 && (
                    <ChartTools
                      table={table}
                      onTable={setTable}
                      onCsv={() =>
                        download(
                          'candidates.csv',
                          toCsv(
                            [
                              'key',
                              'rank',
                              'saved_hours_per_week',
                              'payback_weeks',
                              'break_even',
                              'net_hours',
                              'flag',
                            ],
                            candidates.map((one) => [
                              one.key,
                              one.rank,
                              one.savedHoursPerWeek,
                              one.paybackWeeks,
                              one.breakEvenDate,
                              one.netHours,
                              one.flag,
                            ]),
                          ),
                        )
                      }
                    />
                  )
                }
              >
                {candidates.length === 0 ? (
                  <p className="t2">{t('automate.empty')}</p>
                ) : (
                  !table && <Scatter candidates={candidates} />
                )}
              </Card>
              {candidates.length > 0 && (
                <Card flush>
                  <Table
                    label={t('automate.candidates')}
                    rows={candidates}
                    rowKey={(row) => row.key}
                    sorted={{ key: 'rank', down: false }}
                    columns={[
                      {
                        key: 'name',
                        head: t('automate.task'),
                        cell: (row) => row.key,
                        sort: (row) => row.key,
                      },
                      {
                        key: 'rank',
                        head: t('automate.rank'),
                        right: true,
                        cell: (row) => row.rank,
                        sort: (row) => row.rank,
                      },
                      {
                        key: 'saved',
                        head: <Explained label={t('automate.saved')} formula={t('automate.savedFormula')} />,
                        right: true,
                        small: true,
                        cell: (row) => format.hours(Number(row.savedHoursPerWeek) * 3600),
                      },
                      {
                        key: 'payback',
                        head: (
                          <Definition
                            label={t('automate.payback')}
                            title={t('automate.payback')}
                            formula={t('automate.paybackFormula')}
                          />
                        ),
                        right: true,
                        cell: (row) =>
                          row.paybackWeeks === null
                            ? `– ${t('state.nullReason.NEVER')}`
                            : t('automate.weeks', { n: format.one(row.paybackWeeks) }),
                      },
                      {
                        key: 'even',
                        head: t('automate.breakEven'),
                        right: true,
                        cell: (row) => (row.breakEvenDate ? format.fullDate(row.breakEvenDate) : '–'),
                      },
                      {
                        key: 'net',
                        head: <Explained label={t('automate.net')} formula={t('automate.netFormula')} />,
                        right: true,
                        small: true,
                        cell: (row) => format.hours(Number(row.netHours) * 3600),
                      },
                      {
                        key: 'flag',
                        head: t('automate.verdict'),
                        cell: (row) => <StateChip kind="flag" value={row.flag} />,
                      },
                    ]}
                  />
                </Card>
              )}
            </>
          )}
        </Ready>
        <div className="half">
          <CandidateForm own={own} />
          <LedgerCard />
        </div>
      </div>
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </>
  );
};
