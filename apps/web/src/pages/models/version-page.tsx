import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { copy } from '../../app/copy.js';
import { useCrumbs } from '../../app/crumbs.js';
import { useMe } from '../../app/me.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card, Empty, Facts, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Table } from '../../design/table.js';
import { useToast } from '../../design/toast.js';
import { shortDigest } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  VersionFilesQuery,
  VersionFilesQueryVariables,
  VersionPageQuery,
  VersionPageQueryVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { GateCard } from '../run/gate-card.js';
import { CalibrationCard } from './calibration-card.js';
import { ClassesCard } from './classes-card.js';
import { LayerTable } from './layer-table.js';
import { LearnedCard } from './learned-card.js';
import { PromoteDialog, RollbackDialog } from './rollback-dialog.js';
import { TryPicture } from './try-picture.js';

// texts that travel with the contract, named by what they are
const fileKey = (name: string) => name.replace(/\W.*$/, '').toLowerCase();

const VersionDocument = gql<VersionPageQuery, VersionPageQueryVariables>(/* GraphQL */ `
  query VersionPage($key: String!) {
    pipeline(key: $key) { id key canaryPercent live { id number } candidate { id number } }
    modelVersions(pipeline: $key, first: 100) {
      nodes {
        id number weightsSha256 dataDigest deployment classNames parameters
        gate {
          outcome n accuracy bothRight bothWrong wilsonLowPercent wilsonHighPercent candidateOnlyRight championOnlyRight
          pValue looks alpha lossBoundPercent validationDigest majorityPercent nearestNeighbourPercent advice reasons
        }
      }
    }
  }
`);

/** One version: gate in plain words, classes, layers, files, deployment. */
export const VersionPage = () => {
  const { t } = useTranslation();
  const { key = '', number = '' } = useParams();
  useCrumbs([t('shell.nav.models'), '/models'], [key, `/models/${key}`], [`v${number}`]);
  const read = useRead(VersionDocument, { key }, { types: ['ModelVersion', 'Pipeline'], everySeconds: 10 });
  const missing = (
    <>
      <PageHead title={`v${number}`} sub={key} />
      <Card>
        <Empty action={<LinkButton to={`/models/${key}`}>{key}</LinkButton>}>{t('models.missing')}</Empty>
      </Card>
    </>
  );
  return (
    <Ready read={read} bones={[60, 280, 280]} missing={missing}>
      {(data) => {
        const version = data.modelVersions.nodes.find((one) => String(one.number) === number);
        return version ? <View data={data} version={version} pipelineKey={key} /> : missing;
      }}
    </Ready>
  );
};

type Version = VersionPageQuery['modelVersions']['nodes'][number];

const View = ({
  data,
  version,
  pipelineKey,
}: {
  data: VersionPageQuery;
  version: Version;
  pipelineKey: string;
}) => {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState<'promote' | 'rollback' | null>(null);
  const live = data.pipeline?.live ?? null;
  const passed =
    version.gate !== null && ['FIRST', 'PROMOTE_BETTER', 'PROMOTE_NOT_WORSE'].includes(version.gate.outcome);
  const canary = data.pipeline?.candidate?.id === version.id ? data.pipeline.canaryPercent : null;
  return (
    <>
      <PageHead
        title={`v${version.number}`}
        sub={pipelineKey}
        scope={
          <>
            {t('datasets.classCount', { n: version.classNames.length })} ·{' '}
            <code title={version.weightsSha256}>{shortDigest(version.weightsSha256)}</code>
          </>
        }
        actions={
          <>
            {version.deployment && <StateChip kind="deployment" value={version.deployment} />}
            {canary !== null && <span className="n t2">{t('run.canary', { n: canary })}</span>}
            {version.deployment !== 'LIVE' && me.may(passed ? 'LEAD' : 'ADMIN') && (
              <Button onClick={() => setOpen('promote')}>{t('models.promote')}</Button>
            )}
            {live?.id === version.id && me.may('LEAD') && (
              <Button look="danger" onClick={() => setOpen('rollback')}>
                {t('models.rollback')}
              </Button>
            )}
          </>
        }
      />
      <div className="side">
        <div className="stack">
          {version.gate ? (
            <GateCard
              gate={version.gate}
              number={version.number}
              champion={live && live.id !== version.id ? live.number : null}
            />
          ) : (
            <Card title={t('run.gate')}>
              <p className="t2">{t('run.gateNever')}</p>
            </Card>
          )}
          {version.gate && <ClassesCard id={version.id} />}
          <CalibrationCard id={version.id} />
          <LearnedCard id={version.id} />
          <Inspector id={version.id} />
        </div>
        <div className="stack">
          <TryPicture pipeline={pipelineKey} live={live?.number ?? null} classNames={version.classNames} />
          <Files id={version.id} pipelineKey={pipelineKey} />
          <Card title={t('run.lineage')}>
            <Facts
              rows={[
                [
                  t('run.data'),
                  <code key="d" title={version.dataDigest}>
                    {shortDigest(version.dataDigest)}
                  </code>,
                ],
                [
                  t('run.weights'),
                  <code key="w" title={version.weightsSha256}>
                    {shortDigest(version.weightsSha256)}
                  </code>,
                ],
                [
                  t('run.validationSet'),
                  version.gate ? <code key="v">{shortDigest(version.gate.validationDigest)}</code> : '–',
                ],
              ]}
            />
          </Card>
        </div>
      </div>
      {open === 'promote' && (
        <PromoteDialog
          id={version.id}
          number={version.number}
          passed={passed}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'rollback' && <RollbackDialog pipeline={pipelineKey} onClose={() => setOpen(null)} />}
    </>
  );
};

const FilesDocument = gql<VersionFilesQuery, VersionFilesQueryVariables>(/* GraphQL */ `
  query VersionFiles($id: ID!) {
    node(id: $id) {
      id
      ... on ModelVersion {
        parameters
        files { kind name bytes sha256 url }
        layers { name outputShape kernelShape parameters macs meaning }
      }
    }
  }
`);

const useDetails = (id: string) => {
  const read = useRead(FilesDocument, { id }, { types: ['ModelVersion'] });
  const node = read.data?.node;
  return { read, version: node && 'files' in node ? node : null };
};

const Inspector = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { version } = useDetails(id);
  return (
    <Card
      title={t('models.layers')}
      hint={version ? t('models.parameters', { n: format.number(version.parameters) }) : undefined}
      flush
    >
      {version && version.layers.length > 0 ? (
        <LayerTable layers={version.layers} />
      ) : (
        <Empty>{t('models.noLayers')}</Empty>
      )}
    </Card>
  );
};

const Files = ({ id, pipelineKey }: { id: string; pipelineKey: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const { version } = useDetails(id);
  const snippet = `curl -H "Authorization: Bearer $UNTOIL_TOKEN" -H 'content-type: application/json' \\
  -d "{\\"instances\\":[{\\"b64\\":\\"$(base64 -w0 face.jpg)\\"}]}" \\
  ${window.location.origin}/v1/models/${pipelineKey}:predict`;
  return (
    <Card title={t('models.files')} hint={t('models.filesHint')} flush>
      {!version || version.files.length === 0 ? (
        <Empty>{t('models.noFiles')}</Empty>
      ) : (
        <Table
          label={t('models.files')}
          rows={version.files}
          rowKey={(row) => `${row.kind}${row.name}`}
          columns={[
            {
              key: 'name',
              head: t('models.file'),
              cell: (row) => (
                <a className="name" href={row.url} download={row.name} title={row.sha256}>
                  {row.name}
                  <br />
                  <span className="t3 f11">
                    {t([`models.fileNamed.${fileKey(row.name)}`, `state.fileKind.${row.kind}`], {
                      defaultValue: row.kind,
                    })}{' '}
                    · {shortDigest(row.sha256)}
                  </span>
                </a>
              ),
            },
            {
              key: 'bytes',
              head: t('models.size'),
              right: true,
              small: true,
              cell: (row) => format.bytes(row.bytes),
            },
          ]}
        />
      )}
      <div className="cb">
        <div className="row">
          <p className="f12 t2">{t('models.snippet')}</p>
          <Button
            small
            look="ghost"
            className="push"
            onClick={() =>
              void copy(snippet).then((done) => say(t(done ? 'settings.copied' : 'common.notCopied')))
            }
          >
            {t('settings.copy')}
          </Button>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="scroll-y" tabIndex={0} aria-label={t('models.snippet')}>
          <pre className="mono f11">{snippet}</pre>
        </section>
      </div>
    </Card>
  );
};
