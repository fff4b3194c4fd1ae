import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Chip } from '../../design/chip.js';
import { Input } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { Menu } from '../../design/menu.js';
import { Modal } from '../../design/modal.js';
import { useToast } from '../../design/toast.js';
import { Time } from '../../format/time.js';
import { gql } from '../../graphql/client.js';
import type {
  ForgetSecretMutation,
  ForgetSecretMutationVariables,
  SetSecretMutation,
  SetSecretMutationVariables,
  WebhookSecretsQuery,
  WebhookSecretsQueryVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { problemOf } from './form-card.js';
import { ListCard } from './list-card.js';
import { SecretNote } from './secret-note.js';

const Secrets = gql<WebhookSecretsQuery, WebhookSecretsQueryVariables>(/* GraphQL */ `
  query WebhookSecrets { webhookSecrets { source origin setAt previousUntil } }
`);
const SetSecret = gql<SetSecretMutation, SetSecretMutationVariables>(/* GraphQL */ `
  mutation SetSecret($input: SetWebhookSecretInput!) { setWebhookSecret(input: $input) { webhookSecret { source origin } secret userErrors { code message path } } }
`);
const Forget = gql<ForgetSecretMutation, ForgetSecretMutationVariables>(/* GraphQL */ `
  mutation ForgetSecret($input: ForgetWebhookSecretInput!) { forgetWebhookSecret(input: $input) { webhookSecret { source origin } userErrors { code message path } } }
`);
type Row = WebhookSecretsQuery['webhookSecrets'][number];
type What = ForgetSecretMutationVariables['input']['what'];
const ADDRESS = { GITHUB: '/webhooks/github', ALERTMANAGER: '/webhooks/alertmanager' } as const;
const TONE = { STORED: 'ok', ENVIRONMENT: 'ok', NONE: 'idle' } as const;

/** What GitHub and Alertmanager prove themselves with: set, rotated without a gap, forgotten. */
export const WebhooksTab = () => {
  const { t } = useTranslation();
  const say = useToast();
  const read = useRead(Secrets, {}, { types: ['WebhookSecret'] });
  const forget = useWrite(Forget, ['WebhookSecret']);
  const [setting, setSetting] = useState<Row | null>(null);
  const drop = async (source: Row['source'], what: What) => {
    if (await forget.run({ input: { source, what } })) say(t('settings.webhook.forgotten'));
  };
  return (
    <Ready read={read} bones={[200]}>
      {({ webhookSecrets }) => (
        <>
          <ListCard
            title={t('settings.tab.webhooks')}
            hint={t('settings.webhook.hint')}
            empty=""
            rows={webhookSecrets.map((row) => ({ ...row, id: row.source }))}
            columns={[
              {
                key: 'source',
                head: t('settings.webhook.sender'),
                cell: (row) => t(`settings.webhook.source.${row.source}`),
              },
              {
                key: 'address',
                head: t('settings.webhook.address'),
                cell: (row) => <code>{`${window.location.origin}${ADDRESS[row.source]}`}</code>,
              },
              {
                key: 'origin',
                head: t('settings.secret'),
                small: true,
                cell: (row) => (
                  <Chip tone={TONE[row.origin]}>{t(`settings.webhook.origin.${row.origin}`)}</Chip>
                ),
              },
              {
                key: 'since',
                head: t('settings.since'),
                cell: (row) => (
                  <>
                    {row.setAt ? <Time at={row.setAt} /> : '–'}
                    {row.previousUntil && (
                      <span className="t3 f12">
                        {' '}
                        {t('settings.webhook.until')} <Time at={row.previousUntil} />
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: 'do',
                head: <span className="sr">{t('common.actions')}</span>,
                right: true,
                small: true,
                cell: (row) => (
                  <Menu
                    label={t('common.actionsOf', { name: t(`settings.webhook.source.${row.source}`) })}
                    items={[
                      [
                        'set',
                        t(row.origin === 'NONE' ? 'settings.webhook.set' : 'settings.webhook.rotate'),
                        () => setSetting(row),
                      ],
                      ...(row.previousUntil
                        ? ([
                            ['old', t('settings.webhook.endOld'), () => void drop(row.source, 'PREVIOUS')],
                          ] as const)
                        : []),
                      ...(row.origin === 'STORED'
                        ? ([
                            ['all', t('settings.webhook.forget'), () => void drop(row.source, 'ALL')],
                          ] as const)
                        : []),
                    ]}
                  />
                ),
              },
            ]}
          />
          <Card title={t('settings.webhook.howTitle')}>
            <p className="t2">{t('settings.webhook.how')}</p>
          </Card>
          {setting && <SecretDialog row={setting} onClose={() => setSetting(null)} />}
        </>
      )}
    </Ready>
  );
};

const SecretDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const { t } = useTranslation();
  const say = useToast();
  const write = useWrite(SetSecret, ['WebhookSecret'], { quiet: true });
  const [secret, setSecret] = useState('');
  const [overlapHours, setOverlapHours] = useState('24');
  const [made, setMade] = useState<string | null>(null);
  const name = t(`settings.webhook.source.${row.source}`);
  const submit = async () => {
    const input = { source: row.source, overlapHours: Number(overlapHours), ...(secret ? { secret } : {}) };
    const done = await write.run({ input });
    if (!done) return;
    if (done.setWebhookSecret.secret) return setMade(done.setWebhookSecret.secret);
    say(t('common.saved'));
    onClose();
  };
  if (made) {
    return (
      <Modal title={name} onClose={onClose}>
        <SecretNote words={t('settings.webhook.once', { name })} secret={made} />
        <div className="end">
          <Button onClick={onClose}>{t('common.close')}</Button>
        </div>
      </Modal>
    );
  }
  return (
    <FormDialog
      title={name}
      words={t('common.save')}
      busy={write.busy}
      problem={problemOf(write, ['secret', 'overlapHours'])}
      onSubmit={submit}
      onClose={onClose}
    >
      <Input
        label={t('settings.secret')}
        hint={t('settings.webhook.secretHint')}
        type="password"
        autoComplete="off"
        value={secret}
        error={write.errorOf('secret')}
        onChange={(event) => setSecret(event.target.value)}
      />
      {row.origin !== 'NONE' && (
        <Input
          label={t('settings.webhook.overlap')}
          hint={t('settings.webhook.overlapHint')}
          type="number"
          min={0}
          max={720}
          required
          value={overlapHours}
          error={write.errorOf('overlapHours')}
          onChange={(event) => setOverlapHours(event.target.value)}
        />
      )}
    </FormDialog>
  );
};
