import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me.js';
import { Chip } from '../../design/chip.js';
import { Input, Select } from '../../design/field.js';
import { Menu } from '../../design/menu.js';
import { useToast } from '../../design/toast.js';
import { gql } from '../../graphql/client.js';
import type {
  AlertChannelKind,
  ChangeChannelMutation,
  ChangeChannelMutationVariables,
  ChannelsQuery,
  ChannelsQueryVariables,
  CreateChannelMutation,
  CreateChannelMutationVariables,
  TestChannelMutation,
  TestChannelMutationVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { startSentences } from '../../i18n/index.js';
import { FormCard } from './form-card.js';
import { ListCard } from './list-card.js';

const Channels = gql<ChannelsQuery, ChannelsQueryVariables>(/* GraphQL */ `
  query Channels { alertChannels { id kind target kinds disabledAt } }
`);
const Create = gql<CreateChannelMutation, CreateChannelMutationVariables>(/* GraphQL */ `
  mutation CreateChannel($input: CreateAlertChannelInput!) { createAlertChannel(input: $input) { id userErrors { code message path } } }
`);
const Change = gql<ChangeChannelMutation, ChangeChannelMutationVariables>(/* GraphQL */ `
  mutation ChangeChannel($input: UpdateAlertChannelInput!) { updateAlertChannel(input: $input) { channel { id disabledAt } userErrors { code message path } } }
`);
const Test = gql<TestChannelMutation, TestChannelMutationVariables>(/* GraphQL */ `
  mutation TestChannel($id: ID!) { testAlertChannel(id: $id) { delivered reason userErrors { code message path } } }
`);
const kinds = ['WEBHOOK', 'SLACK', 'EMAIL', 'GITHUB_ISSUE'] as const;

/** Where alerts are sent. */
export const ChannelsTab = () => {
  const { t } = useTranslation();
  const say = useToast();
  const { may } = useMe();
  const read = useRead(Channels, {}, { types: ['AlertChannel'] });
  const create = useWrite(Create, ['AlertChannel'], { quiet: true });
  const change = useWrite(Change, ['AlertChannel']);
  const test = useWrite(Test, []);
  const tryOut = async (id: string, target: string) => {
    const done = (await test.run({ id }))?.testAlertChannel;
    if (done?.delivered) say(t('settings.testTaken', { target }));
    else if (done) {
      const reason = (await startSentences())(done.reason ?? '');
      say(t('settings.testFailed', { target, reason }), { bad: true });
    }
  };
  const [form, setForm] = useState({ kind: 'WEBHOOK', target: '', secret: '' });
  return (
    <>
      <Ready read={read} bones={[160]}>
        {({ alertChannels }) => (
          <ListCard
            title={t('settings.tab.channels')}
            empty={t('settings.noChannels')}
            rows={alertChannels}
            columns={[
              { key: 'target', head: t('settings.target'), cell: (row) => row.target },
              {
                key: 'kind',
                head: t('settings.kind'),
                small: true,
                cell: (row) => t(`state.channel.${row.kind}`),
              },
              {
                key: 'kinds',
                head: t('settings.kinds'),
                cell: (row) => (row.kinds && row.kinds.length > 0 ? row.kinds.join(', ') : t('common.every')),
              },
              {
                key: 'state',
                head: t('common.status'),
                right: true,
                small: true,
                cell: (row) => (
                  <span className="row to-end">
                    {row.disabledAt && <Chip tone="idle">{t('settings.disabled')}</Chip>}
                    {may('ADMIN') && (
                      <Menu
                        label={t('common.actionsOf', { name: row.target })}
                        items={[
                          ['test', t('settings.test'), () => void tryOut(row.id, row.target)],
                          [
                            'state',
                            t(row.disabledAt ? 'settings.enable' : 'settings.disable'),
                            () =>
                              void change.run({ input: { id: row.id, disabled: row.disabledAt === null } }),
                          ],
                        ]}
                      />
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Ready>
      {may('ADMIN') && (
        <FormCard
          title={t('settings.addChannel')}
          words={t('common.add')}
          write={create}
          fields={['target', 'secret']}
          onSubmit={() => {
            void create
              .run({
                input: {
                  kind: form.kind as AlertChannelKind,
                  target: form.target,
                  ...(form.secret ? { secret: form.secret } : {}),
                },
              })
              .then((done) => {
                if (!done) return;
                say(t('common.saved'));
                setForm({ ...form, target: '', secret: '' });
              });
          }}
        >
          <div className="grid3">
            <Select
              label={t('settings.kind')}
              value={form.kind}
              options={kinds.map((one) => [one, t(`state.channel.${one}`)] as const)}
              onChange={(event) => setForm({ ...form, kind: event.target.value })}
            />
            <Input
              label={t('settings.target')}
              hint={t(`settings.targetHint.${form.kind}`)}
              required
              value={form.target}
              error={create.errorOf('target')}
              onChange={(event) => setForm({ ...form, target: event.target.value })}
            />
            <Input
              label={t('settings.secret')}
              type="password"
              autoComplete="off"
              value={form.secret}
              error={create.errorOf('secret')}
              onChange={(event) => setForm({ ...form, secret: event.target.value })}
            />
          </div>
        </FormCard>
      )}
    </>
  );
};
