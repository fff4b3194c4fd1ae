import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/me.js';
import { Button } from '../design/button.js';
import { Note } from '../design/card.js';
import { SampleProgress } from './sample-progress.js';
import { useSample } from './use-sample.js';

const RemoveDialog = lazy(async () => ({
  default: (await import('./remove-sample-dialog.js')).RemoveSampleDialog,
}));

/** Says on every page that its numbers contain sample data, as long as there is any; the page reads anew when that changes. */
export const SampleBanner = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const { may } = useMe();
  const read = useSample();
  const [removing, setRemoving] = useState(false);
  const sample = read.data?.sampleData;
  const status = sample?.status ?? 'NONE';
  return (
    <>
      {sample && status !== 'NONE' && (
        <div className="sample-banner">
          <Note tone={status === 'LOADED' ? 'watch' : 'run'}>
            {status === 'LOADED' ? (
              <div className="row">
                <span>{t('sample.banner')}</span>
                {may('ADMIN') && (
                  <Button small className="push" onClick={() => setRemoving(true)}>
                    {t('sample.remove')}
                  </Button>
                )}
              </div>
            ) : (
              <SampleProgress sample={sample} />
            )}
          </Note>
        </div>
      )}
      {removing && (
        <Suspense>
          <RemoveDialog onClose={() => setRemoving(false)} />
        </Suspense>
      )}
      {/* while it is loading the page stays as it is: somebody may be typing */}
      <Keyed key={status === 'LOADING' ? 'NONE' : status}>{children}</Keyed>
    </>
  );
};

const Keyed = ({ children }: { children: ReactNode }) => <>{children}</>;
