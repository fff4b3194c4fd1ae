import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { Chip } from '../../design/chip.js';
import { Input, Select } from '../../design/field.js';
import { Menu } from '../../design/menu.js';
import { Modal } from '../../design/modal.js';
import { usePager } from '../../design/pager.js';
import { Time } from '../../format/time.js';
import { gql } from '../../graphql/client.js';
import type {
  AccountsQuery,
  AccountsQueryVariables,
  InviteMutation,
  InviteMutationVariables,
  ResetPasswordMutation,
  ResetPasswordMutationVariables,
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
  mutation Invite($input: InviteAccountInput!) { inviteAccount(input: $input) { link mailedTo userErrors { code message path } } }
`);
const Reset = gql<ResetPasswordMutation, ResetPasswordMutationVariables>(/* GraphQL */ `
  mutation ResetPassword($input: ResetPasswordInput!) { resetPassword(input: $input) { link mailedTo userErrors { code message path } } }
`);
const Update = gql<UpdateAccountMutation, UpdateAccountMutationVariables>(/* GraphQL */ `
  mutation UpdateAccount($input: UpdateAccountInput!) {
    updateAccount(input: $input) { account { id role disabledAt person { id key name } } userErrors { code message path } }
  }
`);
/** A link with the address that it was mailed to. */
interface Made {
  link: string | null;
  mailedTo: string | null;
}
const roles = ['VIEWER', 'MEMBER', 'LEAD', 'ADMIN'] as const;

/** Who may sign in, as whom, with which role. */
export const AccountsTab = () => {
  const { t } = useTranslation();
  const { people } = useCatalogue();
  const pager = usePager('accounts');
  const read = useRead(Accounts, { after: pager.after }, { types: ['Account'] });
  const invite = useWrite(Invite, ['Account'], { quiet: true });
  const update = useWrite(Update, ['Account', 'Viewer']);
  const [form, setForm] = useState({ role: 'MEMBER', person: '', email: '' });
  const [made, setMade] = useState<Made | null>(null);
  const [fresh, setFresh] = useState<(Made & { name: string }) | null>(null);
  const reset = useWrite(Reset, []);
  const newPassword = async (row: { id: string; name: string }) => {
    const done = await reset.run({ input: { account: row.id } });
    if (done) setFresh({ ...done.resetPassword, name: row.name });
  };
  const linkWords = ({ mailedTo }: Made, words: string) =>
    mailedTo ? `${t('settings.mailedTo', { address: mailedTo })} ${words}` : words;
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
                  <span className="row to-end">
                    {row.disabledAt && <Chip tone="idle">{t('settings.disabled')}</Chip>}
                    <Menu
                      label={t('common.actionsOf', { name: row.name })}
                      items={[
                        ...(row.disabledAt
                          ? []
                          : ([['reset', t('settings.newPassword'), () => void newPassword(row)]] as const)),
                        [
                          'state',
                          t(row.disabledAt ? 'settings.enable' : 'settings.disable'),
                          () => void update.run({ input: { id: row.id, disabled: row.disabledAt === null } }),
                        ],
                      ]}
                    />
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
        onSubmit={async () => {
          const { role, person, email } = form;
          const input = { role: role as Role, ...(person ? { person } : {}), ...(email ? { email } : {}) };
          setMade((await invite.run({ input }))?.inviteAccount ?? null);
        }}
        outcome={made && <SecretNote words={linkWords(made, t('settings.linkOnce'))} secret={made.link} />}
        fields={['email']}
      >
        <div className="grid3">
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
          <Input
            label={t('settings.email')}
            hint={t('settings.emailHint')}
            type="email"
            value={form.email}
            error={invite.errorOf('email')}
            onChange={(event) => setForm({ ...form, email: event.target.value })}
          />
        </div>
      </FormCard>
      {fresh && (
        <Modal title={t('settings.newPasswordFor', { name: fresh.name })} onClose={() => setFresh(null)}>
          <SecretNote words={linkWords(fresh, t('settings.resetOnce'))} secret={fresh.link} />
        </Modal>
      )}
    </>
  );
};
