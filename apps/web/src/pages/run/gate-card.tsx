import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Facts } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Definition, Explained } from '../../design/definition.js';
import { oneIn } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { useSentence } from '../../server-words/use-sentence.js';
import type { Gate } from './run-query.js';
import './gate.css';

/** The gate's decision in plain words first, then the disagreements and the figures. */
export const GateCard = ({
  gate,
  number,
  champion,
}: {
  gate: Gate;
  number: number;
  champion: number | null;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const candidate = `v${number}`;
  const other = champion === null ? t('run.champion') : `v${champion}`;
  // the first model has nobody to be compared with
  const paired = gate.outcome !== 'FIRST' && gate.bothRight !== null && gate.bothWrong !== null;
  const disagree = gate.candidateOnlyRight + gate.championOnlyRight;
  const championRight = paired ? (gate.bothRight ?? 0) + gate.championOnlyRight : null;
  const cell = (count: number | null, words: string, tone = '') => (
    <td className={tone}>
      <b className="n">{count ?? '–'}</b>
      <span>{words}</span>
    </td>
  );
  return (
    <Card
      title={t('run.gate')}
      aside={
        <Definition
          label={t('run.exactTest')}
          title={t('run.exactTest')}
          formula={t('run.exactTestFormula')}
          inputs={[
            ['α', gate.alpha],
            ['p', gate.pValue ?? '–'],
            [t('run.looks'), gate.looks],
          ]}
        />
      }
      hint={<StateChip kind="gate" value={gate.outcome} />}
    >
      <div className="gate">
        {paired && (
          <table className="m22">
            <caption className="sr">{t('run.disagreements')}</caption>
            <thead>
              <tr>
                <td className="corner" />
                <th scope="col">{t('run.right', { who: candidate })}</th>
                <th scope="col">{t('run.wrong', { who: candidate })}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('run.right', { who: other })}</th>
                {cell(gate.bothRight, t('run.bothRight'))}
                {cell(
                  gate.championOnlyRight,
                  t('run.only', { who: other }),
                  gate.championOnlyRight > 0 ? 'los' : '',
                )}
              </tr>
              <tr>
                <th scope="row">{t('run.wrong', { who: other })}</th>
                {cell(
                  gate.candidateOnlyRight,
                  t('run.only', { who: candidate }),
                  gate.candidateOnlyRight > 0 ? 'win' : '',
                )}
                {cell(gate.bothWrong, t('run.bothWrong'))}
              </tr>
            </tbody>
          </table>
        )}
        <div className="say">
          <h3 className="verdict">{t(`run.outcome.${gate.outcome}`, { candidate, champion: other })}</h3>
          {paired && gate.pValue !== null && (
            <p className="t2">
              {t('run.disagreeText', { n: gate.n, disagree, wins: gate.candidateOnlyRight, candidate })}{' '}
              {disagree > 0 && (
                <>
                  {t('run.luckBefore')}{' '}
                  <b className="b t1">{t('run.luck', { n: oneIn(Number(gate.pValue)) })}</b>{' '}
                </>
              )}
              {t('run.pText', { p: format.plain(gate.pValue), alpha: format.plain(gate.alpha) })}
            </p>
          )}
          {gate.advice && <p className="b">{say(gate.advice)}</p>}
          {gate.reasons.map((reason) => (
            <p key={reason} className="t2 f12">
              {say(reason)}
            </p>
          ))}
        </div>
      </div>
      <Facts
        look="line"
        rows={[
          [
            <Explained
              key="accuracy"
              label={t('run.accuracyOf', { who: candidate })}
              formula={t('run.explain.accuracy')}
            />,
            t('run.interval', {
              value: format.one(gate.accuracy),
              low: format.one(gate.wilsonLowPercent),
              high: format.one(gate.wilsonHighPercent),
            }),
          ],
          ...(championRight === null
            ? []
            : [
                [t('run.accuracyPlain', { who: other }), format.percent((championRight / gate.n) * 100)] as [
                  string,
                  string,
                ],
              ]),
          ...(gate.nearestNeighbourPercent === null
            ? []
            : [
                [
                  <Explained key="nearest" label={t('run.nearest')} formula={t('run.explain.nearest')} />,
                  format.percent(gate.nearestNeighbourPercent),
                ] as [ReactNode, string],
              ]),
          ...(gate.majorityPercent === null
            ? []
            : [
                [
                  <Explained key="majority" label={t('run.majority')} formula={t('run.explain.majority')} />,
                  format.percent(gate.majorityPercent),
                ] as [ReactNode, string],
              ]),
          ...(gate.lossBoundPercent === null
            ? []
            : [
                [
                  <Explained
                    key="lossBound"
                    label={t('run.lossBound')}
                    formula={t('run.explain.lossBound')}
                  />,
                  format.percent(gate.lossBoundPercent),
                ] as [ReactNode, string],
              ]),
          [
            <Explained key="looks" label={t('run.looks')} formula={t('run.explain.looks')} />,
            t('run.looksOf', { n: gate.looks }),
          ],
        ]}
      />
    </Card>
  );
};
