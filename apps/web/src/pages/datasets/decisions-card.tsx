import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  DecisionsQuery,
  DecisionsQueryVariables,
  ReleaseMutation,
  ReleaseMutationVariables,
  WithdrawMutation,
  WithdrawMutationVariables,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { Thumb } from './thumb.js';

const Decisions = gql<DecisionsQuery, DecisionsQueryVariables>(/* GraphQL */ `
  query Decisions($key: String!) {
    dataset(key: $key) {
      id
      quarantinedPictures(first: 50) {
        nodes { id everywhere reason quarantinedBy quarantinedAt picture { path row label split pixelSha url } }
      }
      acceptances(first: 50) { nodes { id code split count reason acceptedBy acceptedAt } }
    }
  }
`);
const Release = gql<ReleaseMutation, ReleaseMutationVariables>(/* GraphQL */ `
  mutation Release($input: ReviewIdsInput!) {
    releasePictures(input: $input) { changed dataset { id checking } userErrors { code message path } }
  }
`);
const Withdraw = gql<WithdrawMutation, WithdrawMutationVariables>(/* GraphQL */ `
  mutation Withdraw($input: ReviewIdsInput!) {
    withdrawAcceptances(input: $input) { changed dataset { id checking } userErrors { code message path } }
  }
`);

/** Pictures that were taken out of use and findings that were let pass, each with who, when and why, and a way back. */
export const DecisionsCard = ({ dataset, mayDecide }: { dataset: string; mayDecide: boolean }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useRead(Decisions, { key: dataset }, { types: ['Dataset'] }).data?.dataset;
  const release = useWrite(Release, ['Dataset']);
  const withdraw = useWrite(Withdraw, ['Dataset']);
  const out = found?.quarantinedPictures.nodes ?? [];
  const accepted = found?.acceptances.nodes ?? [];
  if (out.length + accepted.length === 0) return null;
  return (
    <Card title={t('datasets.decisions')} hint={t('datasets.decisionsHint')} flush>
      <ul className="list decided">
        {out.map((one) => (
          <li key={one.id} className="row">
            <Thumb picture={one.picture} />
            <div>
              <p className="b">{t('datasets.takenOut')}</p>
              <p className="t2">{one.reason}</p>
              <p className="t3 f12">
                {one.quarantinedBy} · <Time at={one.quarantinedAt} />
                {one.everywhere && ` · ${t('datasets.everywhere')}`}
              </p>
            </div>
            {mayDecide && (
              <Button
                small
                className="push"
                disabled={release.busy}
                onClick={() => void release.run({ input: { dataset, ids: [one.id] } })}
              >
                {t('datasets.release')}
              </Button>
            )}
          </li>
        ))}
        {accepted.map((one) => (
          <li key={one.id} className="row">
            <div>
              <p className="b">
                {t(`datasets.code.${one.code}`, { defaultValue: one.code })}{' '}
                <span className="t2 f12 n">
                  {t('datasets.acceptedCount', { n: one.count, text: format.number(one.count) })} ·{' '}
                  {t(`state.split.${one.split}`)}
                </span>
              </p>
              <p className="t2">{one.reason}</p>
              <p className="t3 f12">
                {one.acceptedBy} · <Time at={one.acceptedAt} />
              </p>
            </div>
            {mayDecide && (
              <Button
                small
                className="push"
                disabled={withdraw.busy}
                onClick={() => void withdraw.run({ input: { dataset, ids: [one.id] } })}
              >
                {t('datasets.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};
