import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import { Chip } from '../../design/chip.js';
import { useFormat } from '../../format/use-format.js';
import { startSentences } from '../../i18n/index.js';
import './models.css';

interface Prediction {
  label: string;
  probabilities: Record<string, number> | number[];
  rejected: boolean;
}

const base64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** Sends one picture to the model that serves now and shows what it says, with the probability of each class. */
export const TryPicture = ({
  pipeline,
  live,
  classNames = [],
}: {
  pipeline: string;
  live: number | null;
  classNames?: string[];
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [preview, setPreview] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Prediction | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview]);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setPreview(URL.createObjectURL(file));
    setAnswer(null);
    setError(null);
    setBusy(true);
    try {
      const response = await fetch(`/v1/models/${encodeURIComponent(pipeline)}:predict`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', 'x-untoil-web': '1' },
        body: JSON.stringify({ instances: [{ b64: await base64(file) }] }),
      });
      const body = (await response.json()) as {
        predictions?: Prediction[];
        error?: string | { message?: string };
        message?: string;
      };
      const first = body.predictions?.[0];
      if (response.ok && first) setAnswer(first);
      else {
        const said = typeof body.error === 'string' ? body.error : (body.error?.message ?? body.message);
        setError(said ? (await startSentences())(said) : t('models.tryFailed'));
      }
    } catch {
      setError(t('common.offline'));
    }
    setBusy(false);
  };
  const rows = answer
    ? (Array.isArray(answer.probabilities)
        ? answer.probabilities.map((value, index): [string, number] => [
            classNames[index] ?? String(index),
            value,
          ])
        : Object.entries(answer.probabilities)
      ).sort((a, b) => b[1] - a[1])
    : [];
  return (
    <Card title={t('models.try')} hint={live === null ? undefined : `v${live}`}>
      {live === null ? (
        <p className="t2">{t('models.tryNothing')}</p>
      ) : (
        <div className="stack-s">
          <label className="btn pick">
            {t('models.choosePicture')}
            <input
              type="file"
              accept="image/*,.pgm"
              className="sr"
              onChange={(event) => void send(event.target.files?.[0])}
            />
          </label>
          <div className="row try" aria-live="polite">
            {preview && <img src={preview} alt={t('models.chosen')} width="96" height="96" />}
            {busy && <span className="t2">{t('models.trying')}</span>}
            {answer && (
              <div>
                <div className="mid">{answer.label}</div>
                {answer.rejected ? (
                  <Chip tone="watch">{t('models.rejected')}</Chip>
                ) : (
                  <Chip tone="ok">{t('models.accepted')}</Chip>
                )}
              </div>
            )}
          </div>
          {rows.length > 0 && (
            <ul className="probs">
              {rows.slice(0, 8).map(([name, value]) => (
                <li key={name}>
                  <span>{name}</span>
                  <span className="cellbar">
                    <i style={{ width: `${value * 100}%` }} />
                  </span>
                  <b className="b n">{format.percent(value * 100)}</b>
                </li>
              ))}
            </ul>
          )}
          {error && (
            <div role="alert">
              <Note tone="over">{error}</Note>
              <Button small look="ghost" onClick={() => setError(null)}>
                {t('common.close')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
};
