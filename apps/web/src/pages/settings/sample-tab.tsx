import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card, Facts, Note } from '../../design/card.js';
import { Time } from '../../format/time.js';
import { Ready } from '../../graphql/pending.js';
import { RemoveSampleDialog } from '../../sample/remove-sample-dialog.js';
import { SampleProgress } from '../../sample/sample-progress.js';
import { type SampleState, useLoadSample, useSample } from '../../sample/use-sample.js';

/** Sample data: what it is, loading it, how far that is, and taking it away. */
export const SampleTab = () => {
  const { t } = useTranslation();
  const read = useSample();
  return (
    <Ready read={read} bones={[200]}>
      {({ sampleData }) => (
        <Card title={t('settings.tab.sample')}>
          <div className="form">
            <p>{t('sample.what')}</p>
            <p className="t2">{t('sample.removable')}</p>
            <SampleControl sample={sampleData} />
          </div>
        </Card>
      )}
    </Ready>
  );
};

const SampleControl = ({ sample }: { sample: SampleState }) => {
  const { t } = useTranslation();
  const load = useLoadSample();
  const [removing, setRemoving] = useState(false);
  if (sample.status === 'LOADED')
    return (
      <>
        <Facts rows={[[t('sample.loadedAt'), <Time key="at" at={sample.loadedAt ?? ''} />]]} />
        <div className="end">
          <Button look="danger" onClick={() => setRemoving(true)}>
            {t('sample.remove')}
          </Button>
        </div>
        {removing && <RemoveSampleDialog onClose={() => setRemoving(false)} />}
      </>
    );
  if (sample.status !== 'NONE') return <SampleProgress sample={sample} />;
  if (!sample.offered) return <Note tone="idle">{t('sample.notOffered')}</Note>;
  return (
    <div className="end">
      <Button look="primary" disabled={load.busy} onClick={() => void load.run({})}>
        {t('sample.load')}
      </Button>
    </div>
  );
};
