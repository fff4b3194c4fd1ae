import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Definition } from '../../design/definition.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  VersionCalibrationQuery,
  VersionCalibrationQueryVariables,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { Reliability } from './reliability.js';

const CalibrationDocument = gql<VersionCalibrationQuery, VersionCalibrationQueryVariables>(/* GraphQL */ `
  query VersionCalibration($id: ID!) {
    node(id: $id) {
      id
      ... on ModelVersion {
        rejectBelow
        calibration { expectedError bins { from to n confidence accuracy } }
      }
    }
  }
`);

/** Whether stated confidence can be believed. */
export const CalibrationCard = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useRead(CalibrationDocument, { id }, { types: ['ModelVersion'] });
  const version = data?.node && 'calibration' in data.node ? data.node : null;
  if (!version || version.calibration.bins.every((bin) => bin.n === 0)) return null;
  const { calibration } = version;
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
      <Reliability bins={calibration.bins} below={version.rejectBelow} />
    </Card>
  );
};
