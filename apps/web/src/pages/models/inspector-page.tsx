import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCrumbs } from '../../app/crumbs.js';
import { Button } from '../../design/button.js';
import { Card, Empty, Note, PageHead } from '../../design/card.js';
import { Input, TextArea } from '../../design/field.js';
import { gql } from '../../graphql/client.js';
import type { InspectQuery, InspectQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useSentence } from '../../server-words/use-sentence.js';
import { LayerTable } from './layer-table.js';
import { layersOf } from './layer-text.rules.js';

const Inspect = gql<InspectQuery, InspectQueryVariables>(/* GraphQL */ `
  query Inspect($inputShape: [Int!]!, $layers: [LayerInput!]!) {
    inspectArchitecture(inputShape: $inputShape, layers: $layers) {
      parameters macs misfit
      layers { name outputShape kernelShape parameters macs meaning }
    }
  }
`);

const example = `conv1 [3,3,3,16] pool 2
conv2 [3,3,16,32] pool 2
conv3 [3,3,32,64] pool 2
conv4 [5,5,64,128] pool 2
fc1 512
fc2 256
out 5`;

/** Type filter shapes, read what comes out of each layer, and which is the first that does not fit. */
export const InspectorPage = () => {
  const { t } = useTranslation();
  const say = useSentence();
  const [shape, setShape] = useState('96, 96, 3');
  const [text, setText] = useState(example);
  useCrumbs([t('shell.nav.models'), '/models'], [t('models.inspector')]);
  const inputShape = shape
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number);
  const parsed = layersOf(text);
  const [asked, setAsked] = useState({ inputShape, layers: parsed.layers });
  const read = useRead(Inspect, asked);
  const problem =
    inputShape.length !== 3
      ? t('models.shapeWrong')
      : parsed.wrong
        ? t('models.lineWrong', { line: parsed.wrong })
        : null;
  return (
    <>
      <PageHead title={t('models.inspector')} scope={t('models.inspectorScope')} />
      <div className="side">
        <Card title={t('models.layers')} flush>
          <Ready read={read} bones={[240]}>
            {({ inspectArchitecture: report }) => (
              <>
                {report.misfit && (
                  <div className="cb">
                    <Note tone="over">{say(report.misfit)}</Note>
                  </div>
                )}
                {report.layers.length === 0 ? (
                  <Empty>{t('models.noLayers')}</Empty>
                ) : (
                  <LayerTable layers={report.layers} sums={report} />
                )}
              </>
            )}
          </Ready>
        </Card>
        <Card title={t('models.architecture')}>
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              if (!problem) setAsked({ inputShape, layers: parsed.layers });
            }}
          >
            <Input
              label={t('models.inputShape')}
              hint={t('models.inputShapeHint')}
              className="mono"
              value={shape}
              onChange={(event) => setShape(event.target.value)}
            />
            <TextArea
              label={t('models.layersText')}
              hint={t('models.layersHint')}
              error={problem}
              className="mono"
              rows={9}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <div className="end">
              <Button type="submit" look="primary" disabled={problem !== null}>
                {t('models.inspect')}
              </Button>
            </div>
          </form>
        </Card>
      </div>
    </>
  );
};
