import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button, LinkButton } from '../design/button.js';
import { Bones, Card, Empty, Note } from '../design/card.js';
import { type UserError, useRefusal } from '../server-words/use-refusal.js';
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
  const { read } = props;
  const [first] = read.error?.graphQLErrors ?? [];
  const refusal = first && { code: String(first.extensions.code), message: first.message, path: [] };
  if (!read.data && refusal?.code === 'NOT_FOUND') return props.missing ?? <Missing refusal={refusal} />;
  const error = read.error && (
    <Note tone="over">
      <p className="b">{read.error.networkError ? t('common.offline') : t('common.failed')}</p>
      <p>{read.data ? t('common.staleHolds') : t('common.tryAgainHint')}</p>
      {refusal && <Refused refusal={refusal} />}{' '}
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

// Components of their own, because the server's words are loaded when they are first needed.
const Refused = ({ refusal }: { refusal: UserError }) => {
  const inWords = useRefusal();
  return <code>{inWords(refusal)}</code>;
};

const Missing = ({ refusal }: { refusal: UserError }) => {
  const { t } = useTranslation();
  const inWords = useRefusal();
  const { pathname } = useLocation();
  const up = pathname.replace(/\/[^/]*$/, '') || '/';
  return (
    <Card>
      <Empty action={<LinkButton to={up}>{t('common.up')}</LinkButton>}>{inWords(refusal)}</Empty>
    </Card>
  );
};
