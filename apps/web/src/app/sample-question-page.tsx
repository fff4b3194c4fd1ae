import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Button } from '../design/button.js';
import { useLoadSample, useSample } from '../sample/use-sample.js';
import { GatePage } from './gate-page.js';

/** The last question of a first run: look around with sample data, or begin with an empty installation. */
export const SampleQuestionPage = () => {
  const { t } = useTranslation();
  const status = useSample().data?.sampleData.status ?? 'NONE';
  const load = useLoadSample();
  const enter = () => window.location.assign('/');
  // the demo has loaded them before anybody could be asked
  if (status !== 'NONE') return <Navigate to="/" replace />;
  return (
    <GatePage
      title={t('sample.question')}
      sub={t('sample.what')}
      words={t('sample.load')}
      busy={load.busy}
      onSubmit={async () => {
        if (await load.run({})) enter();
      }}
      also={<Button onClick={enter}>{t('sample.skip')}</Button>}
    >
      <p className="t2">{t('sample.removable')}</p>
    </GatePage>
  );
};
