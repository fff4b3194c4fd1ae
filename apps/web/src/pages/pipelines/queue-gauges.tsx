import { useTranslation } from 'react-i18next';
import { useSubscription } from 'urql';
import { Bar, Card, Facts } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Definition } from '../../design/definition.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  PipelinePageQuery,
  QueueLiveSubscription,
  QueueLiveSubscriptionVariables,
} from '../../graphql/generated/operations.js';
import { useSentence } from '../../server-words/use-sentence.js';

const QueueLive = gql<QueueLiveSubscription, QueueLiveSubscriptionVariables>(/* GraphQL */ `
  subscription QueueLive($pipeline: String!) {
    queueHealth(pipeline: $pipeline) {
      queue state size capacity batchSize fillPercent inPerSecond outPerSecond etaSeconds cause sampledAt
    }
  }
`);

/** The health of one input queue. */
export type Queue = NonNullable<PipelinePageQuery['pipeline']>['queues'][number];

/** Fill of each input queue, live; the mark is what one batch needs. */
export const QueueGauges = ({ pipeline, queues }: { pipeline: string; queues: Queue[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const [live] = useSubscription<
    QueueLiveSubscription,
    Record<string, Queue>,
    QueueLiveSubscriptionVariables
  >({ query: QueueLive, variables: { pipeline } }, (before = {}, next) => ({
    ...before,
    [next.queueHealth.queue]: next.queueHealth,
  }));
  const rows = queues.map((queue) => {
    const fresh = live.data?.[queue.queue];
    return fresh && Date.parse(fresh.sampledAt) > Date.parse(queue.sampledAt) ? fresh : queue;
  });
  const rate = (value: string | null) =>
    value === null ? '–' : t('pipelines.perSecond', { n: format.one(value) });
  return (
    <Card title={t('pipelines.queues')}>
      {rows.length === 0 ? (
        <p className="t2">{t('pipelines.noQueues')}</p>
      ) : (
        rows.map((queue) => (
          <div className="gauge" key={queue.queue}>
            <div className="row">
              <span className="b">{t(`state.queueName.${queue.queue}`, { defaultValue: queue.queue })}</span>
              <StateChip kind="queue" value={queue.state} />
              <span className="push n">
                <Definition
                  label={queue.fillPercent === null ? '–' : format.percent(queue.fillPercent, 0)}
                  title={t('pipelines.fill')}
                  formula={t('pipelines.fillFormula', { n: queue.batchSize })}
                />
              </span>
            </div>
            <Bar
              share={Number(queue.fillPercent ?? 0) / 100}
              mark={queue.capacity > 0 ? queue.batchSize / queue.capacity : undefined}
              bad={queue.state === 'STARVED' || queue.state === 'BLOCKED' || queue.state === 'FAILED'}
            />
            {queue.cause && <p className="f12">{say(queue.cause)}</p>}
            <Facts
              rows={[
                [
                  t('pipelines.inQueue'),
                  t('pipelines.ofRows', {
                    size: format.number(queue.size),
                    capacity: format.number(queue.capacity),
                  }),
                ],
                [t('pipelines.inOut'), `${rate(queue.inPerSecond)} / ${rate(queue.outPerSecond)}`],
                ...(queue.etaSeconds === null
                  ? []
                  : [
                      [
                        t('pipelines.eta'),
                        queue.etaSeconds === 0 ? t('pipelines.etaReady') : format.duration(queue.etaSeconds),
                      ] as [string, string],
                    ]),
                [t('common.asOf'), <Time key="at" at={queue.sampledAt} />],
              ]}
            />
          </div>
        ))
      )}
    </Card>
  );
};
