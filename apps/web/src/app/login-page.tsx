import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../design/button.js';
import { Input } from '../design/field.js';
import { changeLanguage } from '../i18n/index.js';
import { GatePage } from './gate-page.js';
import { signIn } from './session.js';

/** Name and password; goes back to the page that asked. */
export const LoginPage = () => {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const answer = await signIn(name, password);
    setBusy(false);
    if (answer.ok) {
      const back = new URLSearchParams(window.location.search).get('to');
      window.location.assign(back?.startsWith('/') && !back.startsWith('//') ? back : '/');
      return;
    }
    setError(
      answer.status === 0
        ? t('common.offline')
        : answer.status === 429
          ? t('shell.login.tooMany')
          : t('shell.login.wrong'),
    );
  };
  const other = i18n.language === 'ko' ? 'en' : 'ko';
  return (
    <GatePage
      title={t('shell.login.title')}
      aside={
        <Button look="ghost" small className="push" onClick={() => void changeLanguage(other)}>
          {t(`shell.language.${other}`)}
        </Button>
      }
      problem={error}
      words={t('shell.login.enter')}
      busy={busy}
      onSubmit={submit}
      also={
        <Link className="t2 f12" to="/password-reset">
          {t('shell.login.forgot')}
        </Link>
      }
    >
      <Input
        label={t('shell.login.name')}
        autoComplete="username"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Input
        label={t('shell.login.password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </GatePage>
  );
};
