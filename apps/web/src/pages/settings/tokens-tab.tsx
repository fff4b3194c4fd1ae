import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Check, Input } from '../../design/field.js';
import { Time } from '../../format/time.js';
import { gql } from '../../graphql/client.js';
import type {
  CreateTokenMutation,
  CreateTokenMutationVariables,
  RevokeTokenMutation,
  RevokeTokenMutationVariables,
  TokensQuery,
  TokensQueryVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { FormCard } from './form-card.js';
import { ListCard } from './list-card.js';
import { SecretNote } from './secret-note.js';

const Tokens = gql<TokensQuery, TokensQueryVariables>(/* GraphQL */ `
  query Tokens { apiTokens { id name hint role scopes createdAt expiresAt usedAt } }
`);
const Create = gql<CreateTokenMutation, CreateTokenMutationVariables>(/* GraphQL */ `
  mutation CreateToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) { token { id name } secret userErrors { code message path } }
  }
`);
const Revoke = gql<RevokeTokenMutation, RevokeTokenMutationVariables>(/* GraphQL */ `
  mutation RevokeToken($id: ID!) { revokeApiToken(id: $id) { accepted userErrors { code message path } } }
`);
const scopes = ['READ', 'WRITE', 'PREDICT'] as const;

/** Tokens for scripts; each is shown once. */
export const TokensTab = () => {
  const { t } = useTranslation();
  const read = useRead(Tokens, {}, { types: ['ApiToken'] });
  const create = useWrite(Create, ['ApiToken'], { quiet: true });
  const revoke = useWrite(Revoke, ['ApiToken']);
  const [name, setName] = useState('');
  const [expires, setExpires] = useState('');
  const [chosen, setChosen] = useState<(typeof scopes)[number][]>(['READ', 'WRITE', 'PREDICT']);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <Ready read={read} bones={[160]}>
        {({ apiTokens }) => (
          <ListCard
            title={t('settings.tab.tokens')}
            empty={t('settings.noTokens')}
            rows={apiTokens}
            columns={[
              {
                key: 'name',
                head: t('common.name'),
                cell: (row) => (
                  <>
                    {row.name} <code className="t3">{row.hint}…</code>
                  </>
                ),
              },
              { key: 'role', head: t('settings.role'), cell: (row) => t(`state.role.${row.role}`) },
              {
                key: 'scopes',
                head: t('settings.scopes'),
                small: true,
                cell: (row) => row.scopes.map((one) => t(`state.scope.${one}`)).join(', '),
              },
              {
                key: 'used',
                head: t('settings.used'),
                cell: (row) => (row.usedAt ? <Time at={row.usedAt} /> : t('settings.never')),
              },
              {
                key: 'expires',
                head: t('settings.expires'),
                cell: (row) => (row.expiresAt ? <Time at={row.expiresAt} /> : t('settings.never')),
              },
              {
                key: 'do',
                head: <span className="sr">{t('common.actions')}</span>,
                right: true,
                small: true,
                cell: (row) => (
                  <Button
                    small
                    look="ghost"
                    disabled={revoke.busy}
                    onClick={() => void revoke.run({ id: row.id })}
                  >
                    {t('settings.revoke')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Ready>
      <FormCard
        title={t('settings.addToken')}
        words={t('common.add')}
        write={create}
        fields={['name', 'expiresAt']}
        disabled={chosen.length === 0}
        onSubmit={() => {
          void create
            .run({
              input: { name, scopes: chosen, ...(expires ? { expiresAt: `${expires}T00:00:00Z` } : {}) },
            })
            .then((done) => {
              setSecret(done?.createApiToken.secret ?? null);
              if (done) setName('');
            });
        }}
        outcome={<SecretNote words={t('settings.tokenOnce')} secret={secret} />}
      >
        <div className="grid2">
          <Input
            label={t('common.name')}
            required
            value={name}
            error={create.errorOf('name')}
            onChange={(event) => setName(event.target.value)}
          />
          <Input
            label={t('settings.expires')}
            type="date"
            value={expires}
            error={create.errorOf('expiresAt')}
            onChange={(event) => setExpires(event.target.value)}
          />
        </div>
        <div className="row">
          {scopes.map((one) => (
            <Check
              key={one}
              label={t(`state.scope.${one}`)}
              checked={chosen.includes(one)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
              }
            />
          ))}
        </div>
      </FormCard>
    </>
  );
};
