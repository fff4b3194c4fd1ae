import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { workTypes } from '../../app/log-form.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  ConfirmDraftsMutation,
  ConfirmDraftsMutationVariables,
  DismissDraftsMutation,
  DismissDraftsMutationVariables,
  DraftsQuery,
  DraftsQueryVariables,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';

const Drafts = gql<DraftsQuery, DraftsQueryVariables>(/* GraphQL */ `
  query Drafts($person: String!) {
    drafts(person: $person) { id startAt endAt note source workClass service { id key name } taskType { id name } }
  }
`);
const Confirm = gql<ConfirmDraftsMutation, ConfirmDraftsMutationVariables>(/* GraphQL */ `
  mutation ConfirmDrafts($input: ConfirmDraftsInput!) {
    confirmDrafts(input: $input) { entries { id } userErrors { code message path } }
  }
`);
const Dismiss = gql<DismissDraftsMutation, DismissDraftsMutationVariables>(/* GraphQL */ `
  mutation DismissDrafts($input: DismissDraftsInput!) {
    dismissDrafts(input: $input) { accepted userErrors { code message path } }
  }
`);

const few = 5;

/** Work that was inferred and waits for a yes; all at once or one by one. Nothing while there is none. */
export const DraftsCard = ({ person }: { person: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { services } = useCatalogue();
  const [service, setService] = useState('');
  const [all, setAll] = useState(false);
  const drafts = useRead(Drafts, { person }, { types: ['WorkDraft'], everySeconds: 60 }).data?.drafts ?? [];
  const confirm = useWrite(Confirm, ['WorkDraft', ...workTypes]);
  const dismiss = useWrite(Dismiss, ['WorkDraft']);
  if (drafts.length === 0) return null;
  const accept = (ids: string[]) => void confirm.run({ input: { ids, ...(service ? { service } : {}) } });
  return (
    <Card
      title={t('home.drafts')}
      hint={t('home.draftsHint')}
      aside={
        <>
          <select
            className="in small"
            aria-label={t('home.draftService')}
            value={service}
            onChange={(event) => setService(event.target.value)}
          >
            {choices(services, t('home.asDraft')).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
          <Button small disabled={confirm.busy} onClick={() => accept(drafts.map((draft) => draft.id))}>
            {t('home.confirmAll', { n: drafts.length })}
          </Button>
        </>
      }
    >
      <ul className="drafts">
        {drafts.slice(0, all ? undefined : few).map((draft) => (
          <li key={draft.id} className="row">
            <span className="b">{draft.note || draft.taskType?.name || t('home.noNote')}</span>
            <span className="t2 f12">
              {draft.service?.name ?? '–'} · <Time at={draft.startAt} /> ·{' '}
              {format.duration((Date.parse(draft.endAt) - Date.parse(draft.startAt)) / 1000)}
            </span>
            <span className="push">
              <Button small disabled={confirm.busy} onClick={() => accept([draft.id])}>
                {t('home.confirm')}
              </Button>
              <Button small look="ghost" onClick={() => void dismiss.run({ input: { ids: [draft.id] } })}>
                {t('home.dismiss')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {drafts.length > few && (
        <Button small look="ghost" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'common.less' : 'common.showAll')}
        </Button>
      )}
    </Card>
  );
};
