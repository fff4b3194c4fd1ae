import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.js';
import { Card } from '../design/card.js';
import { Mark } from '../design/icon.js';
import { useLoadSample } from '../sample/use-sample.js';

/** The last question of a first run: look around with sample data, or begin with an empty installation. */
export const SampleQuestionPage = () => {
  const { t } = useTranslation();
  const load = useLoadSample();
  useEffect(() => {
    document.title = `${t('sample.question')} - Untoil`;
  }, [t]);
  const enter = () => window.location.assign('/');
  return (
    <main className="gate-page">
      <div className="brand">
        <Mark />
        Untoil
      </div>
      <Card>
        <div className="form">
          <h1>{t('sample.question')}</h1>
          <p className="t2">{t('sample.what')}</p>
          <p className="t2">{t('sample.removable')}</p>
          <Button
            look="primary"
            disabled={load.busy}
            onClick={async () => {
              if (await load.run({})) enter();
            }}
          >
            {t('sample.load')}
          </Button>
          <Button onClick={enter}>{t('sample.skip')}</Button>
        </div>
      </Card>
    </main>
  );
};
