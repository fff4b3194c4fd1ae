import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Note } from '../design/card.js';
import { Input } from '../design/field.js';
import { GatePage } from './gate-page.js';
import { requestReset, resetPassword, type SessionAnswer } from './session.js';

const Gate = (props: {
  title: string;
  sub: string;
  submit: () => Promise<SessionAnswer>;
  done: () => void;
  words: string;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const answer = await props.submit();
    setBusy(false);
    if (answer.ok) return props.done();
    const words = { 0: t('common.offline'), 403: t('shell.reset.used'), 429: t('shell.login.tooMany') };
    setError(words[answer.status as keyof typeof words] ?? answer.message);
  };
  return (
    <GatePage
      title={props.title}
      sub={props.sub}
      problem={error}
      words={props.words}
      busy={busy}
      onSubmit={submit}
      also={
        <Link className="t2 f12" to="/login">
          {t('shell.reset.back')}
        </Link>
      }
    >
      {props.children}
    </GatePage>
  );
};

/** Where a link for a new password leads: choose one, and be signed in. Without a link it asks where to send one. */
export const PasswordResetPage = () => {
  const { t } = useTranslation();
  const [token] = useState(() => new URLSearchParams(window.location.search).get('token'));
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const set = (event: { target: { value: string } }) => setText(event.target.value);
  if (token) {
    return (
      <Gate
        title={t('shell.reset.title')}
        sub={t('shell.reset.sub')}
        words={t('shell.reset.save')}
        submit={() => resetPassword({ token, password: text })}
        done={() => window.location.assign('/')}
      >
        <Input
          label={t('shell.login.password')}
          hint={t('shell.setup.passwordHint')}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          value={text}
          onChange={set}
        />
      </Gate>
    );
  }
  return (
    <Gate
      title={t('shell.reset.ask')}
      sub={t('shell.reset.askSub')}
      words={t('shell.reset.send')}
      submit={() => requestReset(text)}
      done={() => setSent(true)}
    >
      <Input label={t('shell.login.name')} autoComplete="username" required value={text} onChange={set} />
      {sent && (
        <div role="status">
          <Note tone="ok">{t('shell.reset.sent')}</Note>
        </div>
      )}
    </Gate>
  );
};
