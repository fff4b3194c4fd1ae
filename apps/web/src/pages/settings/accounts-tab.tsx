import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { Button } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { Select } from '../../design/field.js';
import { usePager } from '../../design/pager.js';
import { Time } from '../../format/time.js';
import { gql } from '../../graphql/client.js';
import type {
  AccountsQuery,
  AccountsQueryVariables,
  InviteMutation,
  InviteMutationVariables,
  Role,
  UpdateAccountMutation,
  UpdateAccountMutationVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { FormCard } from './form-card.js';
import { ListCard } from './list-card.js';
import { SecretNote } from './secret-note.js';

const Accounts = gql<AccountsQuery, AccountsQueryVariables>(/* GraphQL */ `
  query Accounts($after: String) {
    accounts(first: 50, after: $after) {
      nodes { id name email role createdAt disabledAt person { id key name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const Invite = gql<InviteMutation, InviteMutationVariables>(/* GraphQL */ `
  mutation Invite($input: InviteAccountInput!) { inviteAccount(input: $input) { link userErrors { code message path } } }
`);
const Update = gql<UpdateAccountMutation, UpdateAccountMutationVariables>(/* GraphQL */ `
  mutation UpdateAccount($input: UpdateAccountInput!) {
    updateAccount(input: $input) { account { id role disabledAt person { id key name } } userErrors { code message path } }
  }
`);
const roles = ['VIEWER', 'MEMBER', 'LEAD', 'ADMIN'] as const;

/** Who may sign in, as whom, with which role. */
export const AccountsTab = () => {
  const { t } = useTranslation();
  const { people } = useCatalogue();
  const pager = usePager('accounts');
  const read = useRead(Accounts, { after: pager.after }, { types: ['Account'] });
  const invite = useWrite(Invite, ['Account'], { quiet: true });
  const update = useWrite(Update, ['Account', 'Viewer']);
  const [form, setForm] = useState({ role: 'MEMBER', person: '' });
  const [link, setLink] = useState<string | null>(null);
  return (
    <>
      <Ready read={read} bones={[200]}>
        {({ accounts }) => (
          <ListCard
            title={t('settings.tab.accounts')}
            empty={t('settings.noPeople')}
            rows={accounts.nodes}
            pager={pager}
            info={accounts.pageInfo}
            columns={[
              {
                key: 'name',
                head: t('common.name'),
                cell: (row) => (
                  <>
                    {row.name}
                    {row.email && <span className="t3 f12"> {row.email}</span>}
                  </>
                ),
              },
              {
                key: 'role',
                head: t('settings.role'),
                small: true,
                cell: (row) => (
                  <select
                    className="in"
                    aria-label={t('settings.roleOf', { name: row.name })}
                    value={row.role}
                    onChange={(event) =>
                      void update.run({ input: { id: row.id, role: event.target.value as Role } })
                    }
                  >
                    {roles.map((role) => (
                      <option key={role} value={role}>
                        {t(`state.role.${role}`)}
                      </option>
                    ))}
                  </select>
                ),
              },
              {
                key: 'person',
                head: t('common.person'),
                cell: (row) => (
                  <select
                    className="in"
                    aria-label={t('settings.personOf', { name: row.name })}
                    value={row.person?.key ?? ''}
                    onChange={(event) =>
                      event.target.value &&
                      void update.run({ input: { id: row.id, person: event.target.value } })
                    }
                  >
                    {choices(people, t('common.none')).map(([key, name]) => (
                      <option key={key} value={key}>
                        {name}
                      </option>
                    ))}
                  </select>
                ),
              },
              { key: 'since', head: t('settings.since'), cell: (row) => <Time at={row.createdAt} /> },
              {
                key: 'state',
                head: t('common.status'),
                small: true,
                right: true,
                cell: (row) => (
                  <span className="row">
                    {row.disabledAt && <Chip tone="idle">{t('settings.disabled')}</Chip>}
                    <Button
                      small
                      look="ghost"
                      onClick={() =>
                        void update.run({ input: { id: row.id, disabled: row.disabledAt === null } })
                      }
                    >
                      {t(row.disabledAt ? 'settings.enable' : 'settings.disable')}
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        )}
      </Ready>
      <FormCard
        title={t('settings.invite')}
        hint={t('settings.inviteHint')}
        words={t('settings.inviteNow')}
        write={invite}
        onSubmit={() => {
          void invite
            .run({ input: { role: form.role as Role, ...(form.person ? { person: form.person } : {}) } })
            .then((done) => setLink(done?.inviteAccount.link ?? null));
        }}
        outcome={<SecretNote words={t('settings.linkOnce')} secret={link} />}
      >
        <div className="grid2">
          <Select
            label={t('settings.role')}
            hint={t(`settings.roleHint.${form.role}`)}
            value={form.role}
            options={roles.map((role) => [role, t(`state.role.${role}`)] as const)}
            onChange={(event) => setForm({ ...form, role: event.target.value })}
          />
          <Select
            label={t('common.person')}
            value={form.person}
            options={choices(people, t('common.none'))}
            onChange={(event) => setForm({ ...form, person: event.target.value })}
          />
        </div>
      </FormCard>
    </>
  );
};
