import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSubscription } from 'urql';
import { useCrumbs } from '../../app/crumbs.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card, Empty, Facts, Note, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { shortDigest } from '../../format/format.rules.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import type {
  RunLiveSubscription,
  RunLiveSubscriptionVariables,
  RunPageQuery,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { CurvesCard } from './curves-card.js';
import { GateCard } from './gate-card.js';
import { LogCard } from './log-card.js';
import { QueueCard } from './queue-card.js';
import { CancelRun, type Run, RunDocument, RunLive } from './run-query.js';
import { Steps } from './steps.js';
import './run.css';
import { useSentence } from '../../server-words/use-sentence.js';

/** One run: its steps, what the gate said, queue and curves live, log, root cause. */
export const RunPage = () => {
  const { t } = useTranslation();
  const { key = '', id = '' } = useParams();
  const format = useFormat();
  const read = useRead(RunDocument, { id, key }, { types: ['PipelineRun', 'Pipeline', 'ModelVersion'] });
  const status = read.data?.pipelineRun?.status;
  const going = status === 'RUNNING' || status === 'QUEUED';
  const [live] = useSubscription<RunLiveSubscription, RunLiveSubscription, RunLiveSubscriptionVariables>({
    query: RunLive,
    variables: { id },
    pause: !going,
  });
  const { again } = read;
  const liveStatus = live.data?.runProgress.status;
  // the deciding moments bring more than the subscription carries: gate, model, deployment
  useEffect(() => {
    if (liveStatus && liveStatus !== 'RUNNING') again();
  }, [liveStatus, again]);
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(again, 3000);
    return () => clearInterval(timer);
  }, [going, again]);
  const base = read.data?.pipelineRun;
  const run = useMemo<Run | null>(() => {
    if (!base) return null;
    const fresh = live.data?.runProgress;
    return fresh && going && fresh.id === base.id && fresh.metrics.length >= base.metrics.length
      ? { ...base, ...fresh }
      : base;
  }, [base, live.data, going]);
  const name = run ? t('run.title', { when: format.dateTime(run.createdAt) }) : t('pipelines.run1');
  useCrumbs([t('shell.nav.pipelines'), '/pipelines'], [key, `/pipelines/${key}`], [name]);
  return (
    <Ready read={read} bones={[60, 100, 300, 260]}>
      {(data) =>
        run ? (
          <RunView run={run} pipeline={data.pipeline} pipelineKey={key} name={name} />
        ) : (
          <>
            <PageHead title={t('pipelines.run1')} sub={key} />
            <Card>
              <Empty action={<LinkButton to={`/pipelines/${key}`}>{key}</LinkButton>}>
                {t('run.missing')}
              </Empty>
            </Card>
          </>
        )
      }
    </Ready>
  );
};

const RunView = (props: {
  run: Run;
  pipeline: RunPageQuery['pipeline'];
  pipelineKey: string;
  name: string;
}) => {
  const { run, pipeline, pipelineKey } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const cancel = useWrite(CancelRun, ['PipelineRun']);
  const log = useRef<HTMLDivElement>(null);
  const [now] = useState(() => Date.now());
  const going = run.status === 'RUNNING' || run.status === 'QUEUED';
  const took = run.startedAt
    ? ((run.finishedAt ? Date.parse(run.finishedAt) : now) - Date.parse(run.startedAt)) / 1000
    : null;
  const version = run.modelVersion;
  // a run that ended before it trained has nothing to draw
  const reached = run.metrics.length > 0;
  return (
    <>
      <PageHead
        title={props.name}
        sub={pipelineKey}
        scope={
          <>
            {t('run.startedBy', {
              trigger: t(`state.trigger.${run.trigger}`, { defaultValue: run.trigger }),
            })}{' '}
            · <Time at={run.startedAt ?? run.createdAt} />
            {took !== null && <span className="n"> · {format.duration(Math.round(took))}</span>}
          </>
        }
        actions={
          <>
            <StateChip kind="run" value={run.status} />
            <LinkButton to={`/pipelines/${pipelineKey}/compare?runs=${run.id}`} className="hide-s">
              {t('pipelines.compare')}
            </LinkButton>
            <Button className="hide-s" onClick={() => log.current?.scrollIntoView({ block: 'start' })}>
              {t('run.log')}
            </Button>
            {going && (
              <Button disabled={cancel.busy} onClick={() => void cancel.run({ id: run.id })}>
                {t('common.cancel')}
              </Button>
            )}
            {version && (
              <LinkButton to={`/models/${pipelineKey}/${version.number}`}>
                {t('run.toModel', { n: version.number })}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="stack">
        <Steps run={run} canary={pipeline?.canaryPercent ?? null} />
        {run.error && (
          <Note tone="over">
            <p className="b">{t('run.rootCause')}</p>
            <p>{say(run.error)}</p>
            {/queue|insufficient|batch/i.test(run.error) ? (
              <Link className="link" to="/pipelines/doctor">
                {t('run.askDoctor')}
              </Link>
            ) : (
              !reached &&
              pipeline && (
                <Link className="link" to={`/datasets/${pipeline.dataset.key}`}>
                  {t('run.toDataset', { dataset: pipeline.dataset.key })}
                </Link>
              )
            )}
          </Note>
        )}
        {(going || reached) && (
          <div className="half">
            {version?.gate ? (
              <GateCard
                gate={version.gate}
                number={version.number}
                champion={
                  pipeline?.live && pipeline.live.number !== version.number ? pipeline.live.number : null
                }
              />
            ) : (
              <Card title={t('run.gate')}>
                <p className="t2">{t(going ? 'run.gatePending' : 'run.gateNever')}</p>
              </Card>
            )}
            <QueueCard
              run={run}
              queue={pipeline?.queues.find((one) => one.queue.includes('training')) ?? null}
            />
          </div>
        )}
        {(going || reached) && <CurvesCard run={run} />}
        <div className="half">
          <div ref={log}>
            <LogCard lines={run.log} />
          </div>
          <Card title={t('run.lineage')} hint={t('run.lineageHint')}>
            <Facts
              rows={[
                [t('pipelines.trigger'), t(`state.trigger.${run.trigger}`, { defaultValue: run.trigger })],
                [t('run.engine'), run.engine ?? '–'],
                [t('run.seed'), run.seed === null ? '–' : String(run.seed)],
                [
                  t('run.data'),
                  version ? (
                    <code key="d" title={version.dataDigest}>
                      {shortDigest(version.dataDigest)}
                    </code>
                  ) : (
                    '–'
                  ),
                ],
                [
                  t('run.weights'),
                  version ? (
                    <code key="w" title={version.weightsSha256}>
                      {shortDigest(version.weightsSha256)}
                    </code>
                  ) : (
                    '–'
                  ),
                ],
                [
                  t('run.validationSet'),
                  version?.gate ? <code key="v">{shortDigest(version.gate.validationDigest)}</code> : '–',
                ],
                [
                  t('run.deployment'),
                  version?.deployment ? (
                    <StateChip key="s" kind="deployment" value={version.deployment} />
                  ) : (
                    '–'
                  ),
                ],
              ]}
            />
          </Card>
        </div>
      </div>
    </>
  );
};
