import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card, Facts } from '../../design/card.js';
import { Definition } from '../../design/definition.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  VersionCalibrationQuery,
  VersionCalibrationQueryVariables,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { useSentence } from '../../server-words/use-sentence.js';
import { Reliability } from './reliability.js';

const CalibrationDocument = gql<VersionCalibrationQuery, VersionCalibrationQueryVariables>(/* GraphQL */ `
  fragment Rejection on RejectionPoint { below accepted acceptedRight rejectedWrong rejectedRight }
  query VersionCalibration($id: ID!) {
    node(id: $id) {
      id
      ... on ModelVersion {
        calibration { expectedError bins { from to n confidence accuracy } }
        rejection { current { ...Rejection } points { ...Rejection } advised { ...Rejection } separation advice }
      }
    }
  }
`);

type Version = Extract<NonNullable<VersionCalibrationQuery['node']>, { calibration: unknown }>;
type Report = NonNullable<Version['rejection']>;

/** Whether stated confidence can be believed, and what it costs and brings to call unsure answers unknown. */
export const CalibrationCard = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [place, setPlace] = useState<number | null>(null);
  const { data } = useRead(CalibrationDocument, { id }, { types: ['ModelVersion'] });
  const version = data?.node && 'calibration' in data.node ? data.node : null;
  if (!version || version.calibration.bins.every((bin) => bin.n === 0)) return null;
  const { calibration, rejection } = version;
  const point =
    rejection && place !== null ? (rejection.points[place] ?? null) : (rejection?.current ?? null);
  return (
    <Card
      title={t('models.calibration')}
      hint={t('models.calibrationHint')}
      aside={
        <span className="t2">
          <Definition
            label={t('models.expectedError')}
            title={t('models.expectedError')}
            formula={t('models.expectedErrorFormula')}
          />{' '}
          <b className="b t1 n">{format.percent(calibration.expectedError * 100)}</b>
        </span>
      }
    >
      <div className="learned">
        <Reliability bins={calibration.bins} below={point?.below ?? 0} />
        {rejection && point && <Threshold report={rejection} point={point} onPlace={setPlace} />}
      </div>
    </Card>
  );
};

const Threshold = (props: {
  report: Report;
  point: Report['current'];
  onPlace: (place: number | null) => void;
}) => {
  const { report, point, onPlace } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const all = point.accepted + point.rejectedRight + point.rejectedWrong;
  const nearest = (below: number) =>
    report.points.reduce(
      (best, one, index) =>
        Math.abs(one.below - below) < Math.abs((report.points[best]?.below ?? 0) - below) ? index : best,
      0,
    );
  const share = (part: number, whole: number) => (whole === 0 ? '–' : format.percent((part / whole) * 100));
  const { advised } = report;
  return (
    <div className="stack-s">
      <label className="field">
        <span className="row">
          {t('models.threshold')} <b className="push b n">{format.percent(point.below * 100, 0)}</b>
        </span>
        <input
          type="range"
          min={0}
          max={report.points.length - 1}
          value={nearest(point.below)}
          aria-valuetext={format.percent(point.below * 100, 0)}
          onChange={(event) => onPlace(Number(event.target.value))}
        />
        <span className="hint">{t('models.thresholdHint')}</span>
      </label>
      <Facts
        rows={[
          [t('models.acceptedShare'), share(point.accepted, all)],
          [t('models.acceptedAccuracy'), share(point.acceptedRight, point.accepted)],
          [t('models.rejectedWrong'), format.number(point.rejectedWrong)],
          [t('models.rejectedRight'), format.number(point.rejectedRight)],
          ...(report.separation === null
            ? []
            : [[t('models.separation'), format.number(report.separation, 3)] as [string, string]]),
        ]}
      />
      <p className="t2 f12">{say(report.advice)}</p>
      {advised && (
        <div>
          <Button small onClick={() => onPlace(nearest(advised.below))}>
            {t('models.useAdvised')}
          </Button>
        </div>
      )}
    </div>
  );
};
