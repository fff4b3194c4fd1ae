import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { useMe } from '../../app/me.js';
import { Button } from '../../design/button.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Pager, usePager } from '../../design/pager.js';
import { Table } from '../../design/table.js';
import { shortDigest } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { VersionsQuery, VersionsQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { RollbackDialog } from './rollback-dialog.js';
import { TryPicture } from './try-picture.js';

const Versions = gql<VersionsQuery, VersionsQueryVariables>(/* GraphQL */ `
  query Versions($key: String!, $after: String) {
    pipeline(key: $key) { id key canaryPercent service { id name } live { id number } candidate { id number } }
    modelVersions(pipeline: $key, first: 30, after: $after) {
      nodes { id number weightsSha256 deployment parameters gate { outcome accuracy n pValue wilsonLowPercent wilsonHighPercent } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The versions of a pipeline's model, newest first, and a place to try the live one. */
export const VersionsPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const { key = '' } = useParams();
  const pager = usePager(key);
  const [rolling, setRolling] = useState(false);
  useCrumbs([t('shell.nav.models'), '/models'], [key]);
  const read = useRead(
    Versions,
    { key, after: pager.after },
    { types: ['ModelVersion', 'Pipeline'], everySeconds: 10 },
  );
  const live = read.data?.pipeline?.live;
  return (
    <>
      <PageHead
        title={key}
        sub={t('shell.nav.models')}
        scope={live ? t('pipelines.liveVersion', { n: live.number }) : t('models.nothingLive')}
        actions={
          live &&
          me.may('LEAD') && (
            <Button look="danger" onClick={() => setRolling(true)}>
              {t('models.rollback')}
            </Button>
          )
        }
      />
      <Ready read={read} bones={[300]}>
        {({ modelVersions, pipeline }) => (
          <div className="side">
            <Card title={t('models.versions')} flush>
              {modelVersions.nodes.length === 0 ? (
                <Empty>{t('models.noVersions')}</Empty>
              ) : (
                <Table
                  label={t('models.versions')}
                  rows={modelVersions.nodes}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      key: 'number',
                      head: t('models.version'),
                      cell: (row) => (
                        <Link className="name" to={`/models/${key}/${row.number}`}>
                          v{row.number}
                        </Link>
                      ),
                    },
                    {
                      key: 'deployment',
                      head: t('models.deployment'),
                      small: true,
                      cell: (row) =>
                        row.deployment ? <StateChip kind="deployment" value={row.deployment} /> : '–',
                    },
                    {
                      key: 'gate',
                      head: t('run.gate'),
                      cell: (row) => (row.gate ? <StateChip kind="gate" value={row.gate.outcome} /> : '–'),
                    },
                    {
                      key: 'accuracy',
                      head: t('models.accuracyInterval'),
                      right: true,
                      small: true,
                      cell: (row) =>
                        row.gate
                          ? t('run.interval', {
                              value: format.one(row.gate.accuracy),
                              low: format.one(row.gate.wilsonLowPercent),
                              high: format.one(row.gate.wilsonHighPercent),
                            })
                          : '–',
                    },
                    {
                      key: 'p',
                      head: 'p',
                      right: true,
                      cell: (row) => (row.gate?.pValue == null ? '–' : format.plain(row.gate.pValue)),
                    },
                    {
                      key: 'weights',
                      head: t('run.weights'),
                      cell: (row) => <code title={row.weightsSha256}>{shortDigest(row.weightsSha256)}</code>,
                    },
                  ]}
                />
              )}
              <Pager pager={pager} info={modelVersions.pageInfo} />
            </Card>
            <TryPicture pipeline={key} live={pipeline?.live?.number ?? null} />
          </div>
        )}
      </Ready>
      {rolling && <RollbackDialog pipeline={key} onClose={() => setRolling(false)} />}
    </>
  );
};
