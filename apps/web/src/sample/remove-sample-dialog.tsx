import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.js';
import { Facts, Note } from '../design/card.js';
import { Modal } from '../design/modal.js';
import { useFormat } from '../format/use-format.js';
import { gql } from '../graphql/client.js';
import type { FarewellQuery, FarewellQueryVariables } from '../graphql/generated/operations.js';
import { Ready } from '../graphql/pending.js';
import { useRead } from '../graphql/use-read.js';
import { useRemoveSample } from './use-sample.js';

const Farewell = gql<FarewellQuery, FarewellQueryVariables>(/* GraphQL */ `
  query Farewell { sampleData { status farewell { going { kind count } kept { kind name because { kind count } } } } }
`);
type Kept = NonNullable<FarewellQuery['sampleData']['farewell']>['kept'][number];

/** Says exactly what goes and what stays before sample data is taken away. */
export const RemoveSampleDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useRead(Farewell, {}, { types: ['SampleData'] });
  const remove = useRemoveSample();
  const submit = async () => {
    if (await remove.run({})) onClose();
  };
  return (
    <Modal title={t('sample.removeTitle')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Ready read={read} bones={[280]}>
          {({ sampleData: { farewell } }) => (
            <>
              <p>{t('sample.going')}</p>
              <Facts
                look="boxed"
                rows={(farewell?.going ?? []).map(({ kind, count }) => [
                  t(`sample.kind.${kind}`),
                  format.plain(count),
                ])}
              />
              {farewell && farewell.kept.length > 0 && <KeptNote kept={farewell.kept} />}
              <p className="t2">{t('sample.ownStays')}</p>
              <div className="end">
                <Button onClick={onClose}>{t('common.cancel')}</Button>
                <Button type="submit" look="danger" disabled={remove.busy || !farewell}>
                  {t('sample.removeNow')}
                </Button>
              </div>
            </>
          )}
        </Ready>
      </form>
    </Modal>
  );
};

const KeptNote = ({ kept }: { kept: readonly Kept[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Note tone="run">
      <p>{t('sample.kept')}</p>
      <ul className="plain">
        {kept.map(({ kind, name, because }) => (
          <li key={`${kind} ${name}`}>
            <b>{name}</b> ({t(`sample.keptKind.${kind}`)}):{' '}
            {because
              .map((reason) =>
                t(`sample.because.${reason.kind}`, { n: reason.count, text: format.number(reason.count) }),
              )
              .join(', ')}
          </li>
        ))}
      </ul>
    </Note>
  );
};
