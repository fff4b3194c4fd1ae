import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Chip, StateChip } from '../../design/chip.js';
import { useFormat } from '../../format/use-format.js';
import type { FindingView } from './finding-view.js';
import { ReviewButtons } from './review-buttons.js';
import { type Picture, Thumb } from './thumb.js';
import type { Decide } from './use-decide.js';
import './findings.css';
import { useSentence } from '../../server-words/use-sentence.js';

const few = 8;

const samePicture = (a: Picture, b: Picture) => a.path === b.path && a.row === b.row && a.split === b.split;

/** Findings with the pictures themselves: pairs side by side, the first few of the others. */
export const FindingList = ({ findings, decide }: { findings: FindingView[]; decide?: Decide }) => {
  const order = ['FAIL', 'WARN', 'INFO'];
  return (
    <div>
      {[...findings]
        .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count)
        .map((finding) => (
          <FindingRow key={`${finding.code}${finding.split}`} finding={finding} decide={decide} />
        ))}
    </div>
  );
};

const FindingRow = ({ finding, decide }: { finding: FindingView; decide: Decide | undefined }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const [all, setAll] = useState(false);
  const [picked, setPicked] = useState<Picture[]>([]);
  const isPicked = (picture: Picture) => picked.some((one) => samePicture(one, picture));
  const pick = decide
    ? (picture: Picture) =>
        setPicked(
          isPicked(picture) ? picked.filter((one) => !samePicture(one, picture)) : [...picked, picture],
        )
    : undefined;
  const thumb = (picture: Picture) => (
    <Thumb
      key={`${picture.split}${picture.path}${picture.row}`}
      picture={picture}
      picked={isPicked(picture)}
      onPick={pick}
    />
  );
  const pairs = finding.pairs.slice(0, all ? 40 : 2);
  const pictures = finding.pictures.slice(0, all ? 60 : few);
  const more = finding.pairs.length > 2 || finding.pictures.length > few || finding.rows.length > 0;
  return (
    <div className="fi">
      <div className="row">
        <StateChip kind="severity" value={finding.severity} />
        <span className="b">{t(`datasets.code.${finding.code}`, { defaultValue: finding.code })}</span>
        <code className="t3 hide-s">{finding.code}</code>
        <span className="push t2 f12 n nowrap">
          {t('datasets.count', { n: finding.count, text: format.number(finding.count) })} ·{' '}
          {t(`state.split.${finding.split}`)}
        </span>
      </div>
      <p className="t2 sentence">{say(finding.message)}</p>
      {finding.remedy && <p className="f12 sentence">{say(finding.remedy)}</p>}
      {pairs.map((pair) => (
        <div className="tl" key={`${pair.a.path}|${pair.b.path}`}>
          {thumb(pair.a)}
          <span className="eq">{t('datasets.distance', { n: pair.distance })}</span>
          {thumb(pair.b)}
        </div>
      ))}
      {pictures.length > 0 && pairs.length === 0 && <div className="tl">{pictures.map(thumb)}</div>}
      {all && finding.rows.length > 0 && (
        <p className="f12 t2 n">
          {t('datasets.rows')} {finding.rows.map((row) => format.number(row)).join(', ')}
          {finding.count > finding.rows.length && ' …'}
        </p>
      )}
      <div className="row acts-row">
        {decide && !finding.accepted && (
          <ReviewButtons finding={finding} picked={picked} decide={decide} onDone={() => setPicked([])} />
        )}
        {finding.accepted && <Chip tone="idle">{t('datasets.accepted')}</Chip>}
        {more && (
          <Button small look="ghost" onClick={() => setAll(!all)} aria-expanded={all}>
            {t(all ? 'common.less' : 'common.showAll')}
          </Button>
        )}
      </div>
    </div>
  );
};
