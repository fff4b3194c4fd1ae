import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  VersionLearnedQuery,
  VersionLearnedQueryVariables,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import './learned.css';

const Learned = gql<VersionLearnedQuery, VersionLearnedQueryVariables>(/* GraphQL */ `
  fragment Sheet on LayerSheet { layer shape width height tiles url }
  query VersionLearned($id: ID!) {
    node(id: $id) {
      id
      ... on ModelVersion {
        filters { ...Sheet }
        examples(first: 8) { predicted confidence right picture { path label url } activations { ...Sheet } }
      }
    }
  }
`);

type Version = Extract<NonNullable<VersionLearnedQuery['node']>, { filters: unknown }>;
type Sheet = Version['filters'][number];

/** What each convolution learned to look for, and what it makes of a validation picture. */
export const LearnedCard = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const [layer, setLayer] = useState(0);
  const [chosen, setChosen] = useState(0);
  const { data } = useRead(Learned, { id }, { types: ['ModelVersion'] });
  const version = data?.node && 'filters' in data.node ? data.node : null;
  const filters = version?.filters[layer];
  if (!version || !filters) return null;
  const example = version.examples[chosen];
  const seen = example?.activations.find((sheet) => sheet.layer === filters.layer);
  return (
    <Card
      title={t('models.learned')}
      hint={t('models.learnedHint')}
      aside={
        <Segmented
          small
          label={t('models.layer')}
          value={String(layer)}
          options={version.filters.map((sheet, index) => [String(index), sheet.layer] as const)}
          onChange={(value) => setLayer(Number(value))}
        />
      }
    >
      {version.examples.length > 0 && (
        <Examples examples={version.examples} chosen={chosen} onChoose={setChosen} />
      )}
      <div className="learned">
        <SheetPicture
          sheet={filters}
          title={t('models.filtersOf', { layer: filters.layer })}
          words={t('models.filtersText', { n: filters.tiles, shape: `[${filters.shape.join(', ')}]` })}
        />
        {seen && example && (
          <SheetPicture
            sheet={seen}
            title={t('models.activationsOf', { layer: seen.layer })}
            words={t('models.activationsText', {
              n: seen.tiles,
              shape: `[${seen.shape.join(', ')}]`,
              path: example.picture.path,
            })}
          />
        )}
      </div>
    </Card>
  );
};

const SheetPicture = ({ sheet, title, words }: { sheet: Sheet; title: string; words: string }) => {
  const { t } = useTranslation();
  const [missing, setMissing] = useState<string | null>(null);
  return (
    <figure className="sheet">
      <figcaption>
        <h3>{title}</h3>
        <p className="t3 f12">{words}</p>
      </figcaption>
      {missing === sheet.url ? (
        <p className="t2">{t('models.notDrawn')}</p>
      ) : (
        <img
          src={sheet.url}
          alt={words}
          width={sheet.width}
          height={sheet.height}
          loading="lazy"
          onError={() => setMissing(sheet.url)}
        />
      )}
    </figure>
  );
};

const Examples = (props: {
  examples: Version['examples'];
  chosen: number;
  onChoose: (index: number) => void;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="examples">
      {props.examples.map((example, index) => {
        const answer = example.predicted ?? '–';
        const words = `${format.percent(example.confidence * 100)}`;
        return (
          <li key={example.picture.path}>
            <button
              type="button"
              className="pick-pic"
              aria-pressed={index === props.chosen}
              aria-label={t(example.right ? 'models.exampleRight' : 'models.exampleWrong', {
                path: example.picture.path,
                answer,
                confidence: words,
              })}
              onClick={() => props.onChoose(index)}
            >
              {example.picture.url ? (
                <img src={example.picture.url} alt="" width="56" height="56" />
              ) : (
                <span className="nopic" />
              )}
            </button>
            <span className={example.right ? 'f11' : 'f11 wrong-answer'}>{answer}</span>
            <span className="t3 f11 n">{words}</span>
          </li>
        );
      })}
    </ul>
  );
};
