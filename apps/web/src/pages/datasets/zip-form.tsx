import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Note } from '../../design/card.js';
import { Input } from '../../design/field.js';
import { useToast } from '../../design/toast.js';
import { UploadProgress } from './upload-progress.js';
import { useUpload } from './use-upload.js';

/** A new dataset from one zip for training and, where they are apart, a second one for validation. */
export const ZipForm = (props: {
  busy: boolean;
  onDone: (dataset: string) => Promise<void>;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const say = useToast();
  const { state, send, stop } = useUpload();
  const [key, setKey] = useState('');
  const [training, setTraining] = useState<FileList | null>(null);
  const [validation, setValidation] = useState<FileList | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!training?.length || !(await send(key, training, { split: 'TRAINING' }))) return;
    if (validation?.length && !(await send(key, validation, { split: 'VALIDATION' }))) return;
    say(t('datasets.uploadedAll'));
    await props.onDone(key);
  };
  const sending = state.step === 'sending';
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <Input
        label={t('common.key')}
        hint={t('common.keyHint')}
        required
        disabled={sending}
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      <Input
        type="file"
        accept=".zip"
        label={t('datasets.zip')}
        hint={t('datasets.zipHint')}
        required
        disabled={sending}
        onChange={(event) => setTraining(event.target.files)}
      />
      <Input
        type="file"
        accept=".zip"
        label={t('datasets.validationZip')}
        hint={t('datasets.validationZipHint')}
        disabled={sending}
        onChange={(event) => setValidation(event.target.files)}
      />
      {state.step === 'failed' && <Note tone="over">{state.text}</Note>}
      {sending ? (
        <UploadProgress share={state.share} bytes={state.bytes} onStop={stop} />
      ) : (
        <div className="end">
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={props.busy}>
            {t('datasets.uploadNow')}
          </Button>
        </div>
      )}
    </form>
  );
};
