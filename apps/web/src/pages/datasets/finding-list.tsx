import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { StateChip } from '../../design/chip.js';
import { useFormat } from '../../format/use-format.js';
import './findings.css';
import { useSentence } from '../../server-words/use-sentence.js';

interface Picture {
  path: string;
  row: number | null;
  label: string | null;
  url: string | null;
}
/** A finding of the checks, with the pictures that it is about. */
export interface FindingView {
  code: string;
  severity: string;
  split: string;
  count: number;
  firstRow: number | null;
  message: string;
  remedy: string | null;
  rows: number[];
  pairs: { a: Picture; b: Picture; distance: number }[];
  pictures: Picture[];
}

const few = 6;

/** Findings with the pictures themselves: pairs side by side, the first few of the others. */
export const FindingList = ({ findings }: { findings: FindingView[] }) => {
  const order = ['FAIL', 'WARN', 'INFO'];
  return (
    <div>
      {[...findings]
        .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count)
        .map((finding) => (
          <FindingRow key={`${finding.code}${finding.split}`} finding={finding} />
        ))}
    </div>
  );
};

const FindingRow = ({ finding }: { finding: FindingView }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const [all, setAll] = useState(false);
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
      <p className="t2">{say(finding.message)}</p>
      {finding.remedy && <p className="f12">{say(finding.remedy)}</p>}
      {pairs.map((pair) => (
        <div className="tl" key={`${pair.a.path}|${pair.b.path}`}>
          <Thumb picture={pair.a} />
          <span className="eq">{t('datasets.distance', { n: pair.distance })}</span>
          <Thumb picture={pair.b} />
        </div>
      ))}
      {pictures.length > 0 && pairs.length === 0 && (
        <div className="tl">
          {pictures.map((picture) => (
            <Thumb key={`${picture.path}${picture.row}`} picture={picture} />
          ))}
        </div>
      )}
      {all && finding.rows.length > 0 && (
        <p className="f12 t2 n">
          {t('datasets.rows')} {finding.rows.map((row) => format.number(row)).join(', ')}
          {finding.count > finding.rows.length && ' …'}
        </p>
      )}
      {more && (
        <Button small look="ghost" onClick={() => setAll(!all)} aria-expanded={all}>
          {t(all ? 'common.less' : 'common.showAll')}
        </Button>
      )}
    </div>
  );
};

const Thumb = ({ picture }: { picture: Picture }) => {
  const { t } = useTranslation();
  const name = picture.path.split('/').slice(-2).join('/');
  return (
    <figure>
      {picture.url ? (
        <img
          src={picture.url}
          alt={t('datasets.pictureAlt', { path: picture.path })}
          loading="lazy"
          width="72"
          height="72"
        />
      ) : (
        <div className="nopic" aria-hidden="true" />
      )}
      <figcaption title={picture.path}>
        <span className="cut">{name}</span>
        {picture.label && <span className="t3 cut">{picture.label}</span>}
      </figcaption>
    </figure>
  );
};
