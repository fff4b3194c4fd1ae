import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button, LinkButton } from '../design/button.js';
import { Bones, Card, Empty, Note } from '../design/card.js';
import { useRefusal } from '../server-words/use-refusal.js';
import type { Read } from './use-read.js';

/**
 * Shows the page once there is data; before that its skeleton, or what went wrong and how to go on. Asking again brings
 * nothing that does not exist: there stands `missing`, or the server's words and the way up.
 */
export const Ready = <Data,>(props: {
  read: Read<Data>;
  bones?: number[];
  missing?: ReactNode;
  children: (data: Data) => ReactNode;
}) => {
  const { t } = useTranslation();
  const inWords = useRefusal();
  const { read } = props;
  const refused = read.error?.graphQLErrors[0];
  if (!read.data && refused?.extensions.code === 'NOT_FOUND')
    return (
      props.missing ?? <Missing words={inWords({ code: 'NOT_FOUND', message: refused.message, path: [] })} />
    );
  const error = read.error && (
    <Note tone="over">
      <p className="b">{read.error.networkError ? t('common.offline') : t('common.failed')}</p>
      <p>{read.data ? t('common.staleHolds') : t('common.tryAgainHint')}</p>
      {refused && (
        <code>{inWords({ code: String(refused.extensions.code), message: refused.message, path: [] })}</code>
      )}{' '}
      <Button small onClick={read.again}>
        {t('common.again')}
      </Button>
    </Note>
  );
  if (!read.data) return error ?? <Bones heights={props.bones} />;
  return (
    <>
      {error && <div style={{ marginBottom: 16 }}>{error}</div>}
      {props.children(read.data)}
    </>
  );
};

const Missing = ({ words }: { words: string }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const up = pathname.replace(/\/[^/]*$/, '') || '/';
  return (
    <Card>
      <Empty action={<LinkButton to={up}>{t('common.up')}</LinkButton>}>{words}</Empty>
    </Card>
  );
};
