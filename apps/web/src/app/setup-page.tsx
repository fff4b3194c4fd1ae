import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, Select } from '../design/field.js';
import { zonesFrom } from '../format/zones.js';
import { changeLanguage, type Language } from '../i18n/index.js';
import { GatePage } from './gate-page.js';
import { acceptInvitation, claim } from './session.js';

const zones = (): string[] => zonesFrom(Intl.DateTimeFormat().resolvedOptions().timeZone);
const tokenOfLink = (): string => new URLSearchParams(window.location.search).get('token') ?? '';

/** The first page of a fresh installation: language, who you are, time zone; with invited the page behind an invitation. */
export const SetupPage = ({ invited = false }: { invited?: boolean }) => {
  const { t, i18n } = useTranslation();
  const [form, setForm] = useState(() => ({
    token: tokenOfLink(),
    name: '',
    password: '',
    zone: zones()[0] ?? 'UTC',
  }));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value });
  const submit = async () => {
    setBusy(true);
    const { zone, ...someone } = form;
    const answer = await (invited
      ? acceptInvitation({ ...someone, language: i18n.language })
      : claim({ ...someone, zone, language: i18n.language }));
    setBusy(false);
    if (answer.ok) window.location.assign(invited ? '/' : '/setup/sample');
    else setError(answer.status === 0 ? t('common.offline') : answer.message || t('shell.setup.refused'));
  };
  return (
    <GatePage
      title={t(invited ? 'shell.invitation.title' : 'shell.setup.title')}
      sub={t(invited ? 'shell.invitation.sub' : 'shell.setup.sub')}
      problem={error}
      words={t('shell.setup.enter')}
      busy={busy}
      onSubmit={submit}
    >
      <Select
        label={t('shell.setup.language')}
        value={i18n.language}
        options={[
          ['en', 'English'],
          ['ko', '한국어'],
        ]}
        onChange={(event) => void changeLanguage(event.target.value as Language)}
      />
      <Input
        label={t('shell.setup.name')}
        autoComplete="username"
        required
        value={form.name}
        onChange={set('name')}
      />
      <Input
        label={t('shell.setup.password')}
        hint={t('shell.setup.passwordHint')}
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        value={form.password}
        onChange={set('password')}
      />
      {!invited && (
        <Select
          label={t('shell.setup.zone')}
          hint={t('shell.setup.zoneHint')}
          value={form.zone}
          options={zones().map((zone) => [zone, zone] as const)}
          onChange={set('zone')}
        />
      )}
      {/* nobody has to look at what the link brought along, unless it was refused */}
      {(tokenOfLink() === '' || error !== null) && (
        <Input
          label={t(invited ? 'shell.invitation.token' : 'shell.setup.token')}
          hint={t(invited ? 'shell.invitation.tokenHint' : 'shell.setup.tokenHint')}
          className="mono"
          required
          autoComplete="off"
          value={form.token}
          onChange={set('token')}
        />
      )}
    </GatePage>
  );
};

/** Where an invitation leads: choose a name and a password. */
export const InvitationPage = () => <SetupPage invited />;
