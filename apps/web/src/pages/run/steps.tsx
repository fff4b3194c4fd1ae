import { useTranslation } from 'react-i18next';
import { Shape, type Tone } from '../../design/icon.js';
import { useFormat } from '../../format/use-format.js';
import { useSentence } from '../../server-words/use-sentence.js';
import type { Run } from './run-query.js';

const tones: Record<string, Tone> = {
  PENDING: 'idle',
  RUNNING: 'run',
  SUCCEEDED: 'ok',
  FAILED: 'over',
  SKIPPED: 'idle',
};

/** The six steps in order, the running one lit with its progress; on a phone a list. */
export const Steps = ({ run, canary }: { run: Run; canary: number | null }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const now = Date.now();
  return (
    <section className="card" aria-label={t('run.steps')}>
      <ol className="steps">
        {run.steps.map((step) => {
          const took = step.startedAt
            ? ((step.finishedAt ? Date.parse(step.finishedAt) : now) - Date.parse(step.startedAt)) / 1000
            : null;
          const tone = tones[step.status] ?? 'idle';
          const live = step.status === 'RUNNING';
          return (
            <li key={step.name} className={live ? 'st live' : 'st'} aria-current={live ? 'step' : undefined}>
              <div className="sh">
                <span className={`dot ${tone}`}>
                  <Shape tone={tone} tick={step.status === 'SUCCEEDED'} />
                </span>
                <span className="b">{t(`state.stepName.${step.name}`)}</span>
                <span className="sr">{t(`state.step.${step.status}`)}</span>
                {took !== null && (
                  <span className="n t3 f12 push nowrap">
                    {format.duration(took < 10 ? Math.round(took * 10) / 10 : Math.round(took))}
                  </span>
                )}
              </div>
              <div className="f12 t2 words">
                {(step.detail && say(step.detail)) ??
                  (step.status === 'PENDING' || step.status === 'SKIPPED'
                    ? t(`state.step.${step.status}`)
                    : '')}
                {step.name === 'DEPLOY' &&
                  canary !== null &&
                  live &&
                  !/canary/i.test(step.detail ?? '') &&
                  ` · ${t('run.canary', { n: canary })}`}
              </div>
              {live && (
                <div className="words">
                  <div
                    className="bar thin"
                    role="progressbar"
                    aria-label={t(`state.stepName.${step.name}`)}
                    aria-valuemin={0}
                    aria-valuemax={100}
                    aria-valuenow={Math.round(Number(run.progressPercent))}
                  >
                    <i style={{ width: `${Math.min(100, Number(run.progressPercent))}%` }} />
                  </div>
                  <div className="f12 t2 n">{format.percent(run.progressPercent, 0)}</div>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
