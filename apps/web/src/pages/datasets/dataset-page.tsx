import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { useMe } from '../../app/me.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card, Empty, Facts, Note, PageHead } from '../../design/card.js';
import { Chip, StateChip } from '../../design/chip.js';
import { shortDigest } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { DatasetPageQuery, DatasetPageQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { DecisionsCard } from './decisions-card.js';
import { FindingList } from './finding-list.js';
import { CheckDataset } from './import-dialog.js';
import { RepairCards } from './repair-card.js';
import { UploadCard } from './upload-card.js';
import { useDecide } from './use-decide.js';

const DatasetDocument = gql<DatasetPageQuery, DatasetPageQueryVariables>(/* GraphQL */ `
  query DatasetPage($key: String!) {
    dataset(key: $key) {
      id key classNames checking checkError
      report {
        verdict usableTraining usableValidation digest
        findings {
          code severity split count firstRow message remedy rows acceptable accepted
          pairs { distance a { path row label split pixelSha url } b { path row label split pixelSha url } }
          pictures { path row label split pixelSha url }
        }
      }
    }
  }
`);

/** One dataset: verdict, findings with the pictures, classes, upload. */
export const DatasetPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { key = '' } = useParams();
  useCrumbs([t('shell.nav.datasets'), '/datasets'], [key]);
  const read = useRead(DatasetDocument, { key }, { types: ['Dataset'], everySeconds: 6 });
  const check = useWrite(CheckDataset, ['Dataset']);
  const me = useMe();
  const decide = useDecide(key);
  const mayDecide = me.may('MEMBER');
  return (
    <Ready read={read} bones={[60, 300]}>
      {({ dataset }) => {
        if (!dataset)
          return (
            <>
              <PageHead title={key} />
              <Card>
                <Empty action={<LinkButton to="/datasets">{t('shell.nav.datasets')}</LinkButton>}>
                  {t('datasets.missing')}
                </Empty>
              </Card>
            </>
          );
        const { report } = dataset;
        const fails = report?.findings.filter((finding) => finding.severity === 'FAIL').length ?? 0;
        return (
          <>
            <PageHead
              title={dataset.key}
              scope={
                report
                  ? t('datasets.pageScope', {
                      training: format.number(report.usableTraining),
                      validation: format.number(report.usableValidation),
                      classes: dataset.classNames.length,
                    })
                  : t('datasets.classCount', { n: dataset.classNames.length })
              }
              actions={
                <>
                  {dataset.checking && <Chip tone="run">{t('datasets.checking')}</Chip>}
                  {report ? (
                    <StateChip kind="verdict" value={report.verdict} />
                  ) : (
                    <Chip tone="idle">{t('datasets.unchecked')}</Chip>
                  )}
                  <Button disabled={check.busy} onClick={() => void check.run({ key })}>
                    {t('datasets.check')}
                  </Button>
                </>
              }
            />
            <div className="side">
              <div className="stack">
                {dataset.checkError !== null && <Note tone="over">{t('datasets.broken')}</Note>}
                {report && (
                  <Note
                    tone={report.verdict === 'PASS' ? 'ok' : report.verdict === 'WARN' ? 'watch' : 'over'}
                  >
                    {t(`datasets.say.${report.verdict}`, { fails, findings: report.findings.length })}
                  </Note>
                )}
                <Card
                  title={t('datasets.findings')}
                  aside={report ? String(report.findings.length) : undefined}
                  flush
                >
                  {!report ? (
                    <Empty
                      action={<Button onClick={() => void check.run({ key })}>{t('datasets.check')}</Button>}
                    >
                      {t('datasets.notChecked')}
                    </Empty>
                  ) : report.findings.length === 0 ? (
                    <Empty>{t('datasets.clean')}</Empty>
                  ) : (
                    <FindingList findings={report.findings} {...(mayDecide ? { decide } : {})} />
                  )}
                </Card>
                {report && <RepairCards dataset={dataset.key} faults={report.findings} />}
                <DecisionsCard dataset={dataset.key} mayDecide={mayDecide} />
              </div>
              <div className="stack">
                <UploadCard dataset={dataset.key} classNames={dataset.classNames} onDone={read.again} />
                <Card title={t('datasets.classes')} aside={String(dataset.classNames.length)}>
                  <div className="tags">
                    {dataset.classNames.map((name, index) => (
                      <span className="tag" key={name}>
                        <span className="t3 n">{index}</span> {name}
                      </span>
                    ))}
                  </div>
                </Card>
                {report && (
                  <Card title={t('datasets.about')}>
                    <Facts
                      rows={[
                        [t('datasets.training'), format.number(report.usableTraining)],
                        [t('datasets.validation'), format.number(report.usableValidation)],
                        [
                          t('datasets.digest'),
                          <code key="digest" title={report.digest}>
                            {shortDigest(report.digest)}
                          </code>,
                        ],
                      ]}
                    />
                  </Card>
                )}
              </div>
            </div>
          </>
        );
      }}
    </Ready>
  );
};
