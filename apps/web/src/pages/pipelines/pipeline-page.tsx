import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card, Empty, Note, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Pager, usePager } from '../../design/pager.js';
import { Table } from '../../design/table.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  PausePipelineMutation,
  PausePipelineMutationVariables,
  PipelinePageQuery,
  PipelinePageQueryVariables,
  ResumePipelineMutation,
  ResumePipelineMutationVariables,
  RunPipelineMutation,
  RunPipelineMutationVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { Said } from '../../server-words/said.js';
import { QueueGauges } from './queue-gauges.js';
import { RetrainCard } from './retrain-card.js';
import './pipelines.css';

const PipelineDocument = gql<PipelinePageQuery, PipelinePageQueryVariables>(/* GraphQL */ `
  query PipelinePage($key: String!, $after: String) {
    pipeline(key: $key) {
      id key state canaryPercent service { id key name }
      retrain { due clauses { clause holds value needed } }
      queues { queue state size capacity batchSize fillPercent inPerSecond outPerSecond etaSeconds cause sampledAt }
      live { id number } candidate { id number deployment }
      runs(first: 20, after: $after) {
        nodes {
          id status trigger error progressPercent createdAt startedAt finishedAt engine
          steps { name status }
          modelVersion { id number gate { outcome accuracy } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
const RunPipeline = gql<RunPipelineMutation, RunPipelineMutationVariables>(/* GraphQL */ `
  mutation RunPipeline($key: String!, $idempotencyKey: String) {
    runPipeline(key: $key, idempotencyKey: $idempotencyKey) { run { id } userErrors { code message path } }
  }
`);
const Pause = gql<PausePipelineMutation, PausePipelineMutationVariables>(/* GraphQL */ `
  mutation PausePipeline($key: String!) { pausePipeline(key: $key) { pipeline { id state } userErrors { code message path } } }
`);
const Resume = gql<ResumePipelineMutation, ResumePipelineMutationVariables>(/* GraphQL */ `
  mutation ResumePipeline($key: String!) { resumePipeline(key: $key) { pipeline { id state } userErrors { code message path } } }
`);

type Run = NonNullable<PipelinePageQuery['pipeline']>['runs']['nodes'][number];

/** One pipeline: its runs, its queues, why it does not retrain yet. */
export const PipelinePage = () => {
  const { t } = useTranslation();
  const { key = '' } = useParams();
  const navigate = useNavigate();
  const pager = usePager(key);
  useCrumbs([t('shell.nav.pipelines'), '/pipelines'], [key]);
  const read = useRead(
    PipelineDocument,
    { key, after: pager.after },
    { types: ['Pipeline', 'PipelineRun'], everySeconds: 4 },
  );
  const run = useWrite(RunPipeline, ['PipelineRun', 'Pipeline']);
  const pause = useWrite(Pause, ['Pipeline']);
  const resume = useWrite(Resume, ['Pipeline']);
  const start = async () => {
    const done = await run.run({ key, idempotencyKey: crypto.randomUUID() });
    if (done?.runPipeline.run) void navigate(`/pipelines/${key}/runs/${done.runPipeline.run.id}`);
  };
  return (
    <Ready read={read} bones={[60, 320]}>
      {({ pipeline }) =>
        pipeline ? (
          <>
            <PageHead
              title={pipeline.key}
              scope={
                <>
                  {pipeline.service.name}
                  {pipeline.live && (
                    <>
                      {' · '}
                      <Link className="link" to={`/models/${key}/${pipeline.live.number}`}>
                        {t('pipelines.liveVersion', { n: pipeline.live.number })}
                      </Link>
                    </>
                  )}
                  {pipeline.candidate &&
                    ` · ${t('pipelines.candidateVersion', { n: pipeline.candidate.number })}${pipeline.canaryPercent === null ? '' : ` ${pipeline.canaryPercent} %`}`}
                </>
              }
              actions={
                <>
                  <StateChip kind="pipeline" value={pipeline.state} />
                  {pipeline.state === 'ACTIVE' ? (
                    <Button disabled={pause.busy} onClick={() => void pause.run({ key })}>
                      {t('pipelines.pause')}
                    </Button>
                  ) : (
                    <Button disabled={resume.busy} onClick={() => void resume.run({ key })}>
                      {t('pipelines.resume')}
                    </Button>
                  )}
                  <Button look="primary" disabled={run.busy} onClick={() => void start()}>
                    {t('pipelines.run')}
                  </Button>
                </>
              }
            />
            {pipeline.state === 'BLOCKED' && (
              <div className="stack" style={{ marginBottom: 16 }}>
                <Note tone="over">{t('pipelines.blocked')}</Note>
              </div>
            )}
            <div className="side">
              <Runs pipelineKey={key} runs={pipeline.runs.nodes}>
                <Pager pager={pager} info={pipeline.runs.pageInfo} />
              </Runs>
              <div className="stack">
                <RetrainCard retrain={pipeline.retrain} />
                <QueueGauges pipeline={pipeline.key} queues={pipeline.queues} />
              </div>
            </div>
          </>
        ) : (
          <>
            <PageHead title={key} />
            <Card>
              <Empty action={<LinkButton to="/pipelines">{t('shell.nav.pipelines')}</LinkButton>}>
                {t('pipelines.missing')}
              </Empty>
            </Card>
          </>
        )
      }
    </Ready>
  );
};

const Runs = ({
  pipelineKey,
  runs,
  children,
}: {
  pipelineKey: string;
  runs: Run[];
  children: React.ReactNode;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [ticked, setTicked] = useState<string[]>([]);
  const now = Date.now();
  return (
    <Card
      title={t('pipelines.runs')}
      aside={
        ticked.length > 1 ? (
          <LinkButton small to={`/pipelines/${pipelineKey}/compare?runs=${ticked.join(',')}`}>
            {t('pipelines.compareN', { n: ticked.length })}
          </LinkButton>
        ) : (
          t('pipelines.tickHint')
        )
      }
      flush
    >
      {runs.length === 0 ? (
        <Empty>{t('pipelines.noRuns')}</Empty>
      ) : (
        <Table
          label={t('pipelines.runs')}
          rows={runs}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'run',
              head: t('pipelines.started'),
              cell: (row) => (
                <span className="tick">
                  <input
                    type="checkbox"
                    aria-label={t('pipelines.tick', { when: format.dateTime(row.createdAt) })}
                    checked={ticked.includes(row.id)}
                    onChange={(event) =>
                      setTicked(
                        event.target.checked
                          ? [...ticked, row.id].slice(-8)
                          : ticked.filter((id) => id !== row.id),
                      )
                    }
                  />
                  <Link className="name" to={`/pipelines/${pipelineKey}/runs/${row.id}`}>
                    <Time at={row.createdAt} />
                  </Link>
                </span>
              ),
            },
            {
              key: 'status',
              head: t('common.status'),
              small: true,
              cell: (row) => <StateChip kind="run" value={row.status} />,
            },
            {
              key: 'trigger',
              head: t('pipelines.trigger'),
              cell: (row) => t(`state.trigger.${row.trigger}`, { defaultValue: row.trigger }),
            },
            {
              key: 'took',
              head: t('pipelines.took'),
              right: true,
              cell: (row) =>
                row.startedAt
                  ? format.duration(
                      Math.round(
                        ((row.finishedAt ? Date.parse(row.finishedAt) : now) - Date.parse(row.startedAt)) /
                          1000,
                      ),
                    )
                  : '–',
            },
            {
              key: 'accuracy',
              head: t('run.accuracy'),
              right: true,
              small: true,
              cell: (row) => (row.modelVersion?.gate ? format.percent(row.modelVersion.gate.accuracy) : '–'),
            },
            {
              key: 'result',
              head: t('pipelines.result'),
              cell: (row) =>
                row.modelVersion?.gate ? (
                  <Link to={`/models/${pipelineKey}/${row.modelVersion.number}`} className="row">
                    <StateChip kind="gate" value={row.modelVersion.gate.outcome} />
                    <span className="t2">v{row.modelVersion.number}</span>
                  </Link>
                ) : (
                  <span className="t2">
                    {row.error ? (
                      <Said text={row.error} />
                    ) : row.status === 'RUNNING' ? (
                      format.percent(row.progressPercent, 0)
                    ) : (
                      '–'
                    )}
                  </span>
                ),
            },
          ]}
        />
      )}
      {children}
    </Card>
  );
};
