import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../design/button.js';
import { Card, Note } from '../design/card.js';
import { Input } from '../design/field.js';
import { Mark } from '../design/icon.js';
import { changeLanguage } from '../i18n/index.js';
import { signIn } from './session.js';

/** Name and password; goes back to the page that asked. */
export const LoginPage = () => {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = `${t('shell.login.title')} - Untoil`;
  }, [t]);
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
    <main className="gate-page">
      <div className="brand">
        <Mark />
        Untoil
        <Button look="ghost" small className="push" onClick={() => void changeLanguage(other)}>
          {t(`shell.language.${other}`)}
        </Button>
      </div>
      <Card>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <h1>{t('shell.login.title')}</h1>
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
          {error && (
            <div role="alert">
              <Note tone="over">{error}</Note>
            </div>
          )}
          <Button type="submit" look="primary" disabled={busy}>
            {t('shell.login.enter')}
          </Button>
          <Link className="t2 f12" to="/password-reset">
            {t('shell.login.forgot')}
          </Link>
        </form>
      </Card>
    </main>
  );
};
