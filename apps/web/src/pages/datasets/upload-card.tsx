import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import { Select } from '../../design/field.js';
import { useFormat } from '../../format/use-format.js';

type State =
  | { step: 'idle' }
  | { step: 'sending'; share: number; bytes: number }
  | { step: 'done'; text: string }
  | { step: 'failed'; text: string };

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
  const format = useFormat();
  const [state, setState] = useState<State>({ step: 'idle' });
  const [over, setOver] = useState(false);
  const [label, setLabel] = useState('');
  const [split, setSplit] = useState('TRAINING');
  const request = useRef<XMLHttpRequest | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const send = (files: FileList | null) => {
    if (!files || files.length === 0) return;
    const body = new FormData();
    if (label) body.append('label', label);
    body.append('split', split);
    let bytes = 0;
    for (const file of files) {
      body.append('file', file, file.webkitRelativePath || file.name);
      bytes += file.size;
    }
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    xhr.open('POST', `/uploads/datasets/${encodeURIComponent(dataset)}`);
    xhr.setRequestHeader('x-untoil-web', '1');
    xhr.upload.onprogress = (event) =>
      setState({ step: 'sending', share: event.lengthComputable ? event.loaded / event.total : 0, bytes });
    xhr.onload = () => {
      const answer = safeJson(xhr.responseText);
      if (xhr.status < 300) {
        setState({
          step: 'done',
          text: t('datasets.uploaded', {
            n: Number(answer.accepted ?? 0),
            duplicates: Number(answer.duplicates ?? 0),
            refused: Number(answer.refused ?? 0),
          }),
        });
        onDone();
      } else
        setState({
          step: 'failed',
          text: String(answer.message ?? t('datasets.refused', { status: xhr.status })),
        });
    };
    xhr.onerror = () => setState({ step: 'failed', text: t('common.offline') });
    xhr.onabort = () => setState({ step: 'idle' });
    setState({ step: 'sending', share: 0, bytes });
    xhr.send(body);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files);
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
          onChange={(event) => setSplit(event.target.value)}
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
          <>
            <p className="n" role="status">
              {t('datasets.sending', {
                percent: format.number(state.share * 100),
                size: format.bytes(state.bytes),
              })}
            </p>
            <div className="progress" style={{ width: '100%' }}>
              <i style={{ width: `${state.share * 100}%` }} />
            </div>
            <Button small onClick={() => request.current?.abort()}>
              {t('common.cancel')}
            </Button>
          </>
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
              onChange={(event) => send(event.target.files)}
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

const safeJson = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};
