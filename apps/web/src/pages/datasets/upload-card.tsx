import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import { Select } from '../../design/field.js';
import { UploadProgress } from './upload-progress.js';
import { type UploadTerms, useUpload } from './use-upload.js';

/** Pictures or a zip by drag and drop, with progress and a cancel. */
export const UploadCard = ({
  dataset,
  classNames,
  onDone,
}: {
  dataset: string;
  classNames: string[];
  onDone: () => void;
}) => {
  const { t } = useTranslation();
  const { state, send, stop } = useUpload();
  const [over, setOver] = useState(false);
  const [label, setLabel] = useState('');
  const [split, setSplit] = useState<UploadTerms['split']>('TRAINING');
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    if (!files || files.length === 0) return;
    void send(dataset, files, { split, label }).then((taken) => taken && onDone());
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <Card title={t('datasets.upload')} hint={t('datasets.uploadHint')}>
      <div className="grid2 spaced">
        <Select
          label={t('datasets.uploadClass')}
          value={label}
          options={[['', t('datasets.byFolder')], ...classNames.map((name) => [name, name] as const)]}
          onChange={(event) => setLabel(event.target.value)}
        />
        <Select
          label={t('datasets.uploadSplit')}
          value={split}
          options={(['TRAINING', 'VALIDATION'] as const).map(
            (one) => [one, t(`state.split.${one}`)] as const,
          )}
          onChange={(event) => setSplit(event.target.value === 'VALIDATION' ? 'VALIDATION' : 'TRAINING')}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has a button beside it for everybody else */}
      <div
        className={over ? 'drop over-it' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {state.step === 'sending' ? (
          <UploadProgress share={state.share} bytes={state.bytes} onStop={stop} />
        ) : (
          <>
            <p>{t('datasets.dropHere')}</p>
            <Button small onClick={() => picker.current?.click()}>
              {t('datasets.choose')}
            </Button>
            <input
              ref={picker}
              type="file"
              hidden
              multiple
              accept=".zip,image/*,.pgm"
              aria-label={t('datasets.choose')}
              onChange={(event) => take(event.target.files)}
            />
          </>
        )}
      </div>
      {(state.step === 'done' || state.step === 'failed') && (
        <div role="status" style={{ marginTop: 12 }}>
          <Note tone={state.step === 'done' ? 'ok' : 'over'}>{state.text}</Note>
        </div>
      )}
    </Card>
  );
};
