import { useTranslation } from 'react-i18next';
import { useMe } from '../app/me.js';
import { Button } from '../design/button.js';
import { useSentence } from '../server-words/use-sentence.js';
import { type SampleState, useRemoveSample } from './use-sample.js';

const Stuck = ({ reason }: { reason: string }) => {
  const { t } = useTranslation();
  const say = useSentence();
  return <p role="alert">{t('sample.stuck', { reason: say(reason) })}</p>;
};

/** How far loading or removing is, why it does not go on, and the way to cancel. */
export const SampleProgress = ({ sample }: { sample: SampleState }) => {
  const { t } = useTranslation();
  const { may } = useMe();
  const remove = useRemoveSample();
  const loading = sample.status === 'LOADING';
  const percent = sample.progressPercent ?? 0;
  const words = loading
    ? t('sample.loading', { percent, stage: t(`sample.stage.${sample.stage ?? 'ORGANIZATION'}`) })
    : t('sample.removing');
  return (
    <div className="sample-progress">
      <div className="row">
        <p role="status" className="n">
          {words}
        </p>
        {may('ADMIN') && (loading || sample.error) && (
          <Button small className="push" disabled={remove.busy} onClick={() => void remove.run({})}>
            {t(loading ? 'common.cancel' : 'common.again')}
          </Button>
        )}
      </div>
      {loading && (
        <div className="progress">
          <i style={{ width: `${percent}%` }} />
        </div>
      )}
      {sample.error && <Stuck reason={sample.error} />}
    </div>
  );
};
