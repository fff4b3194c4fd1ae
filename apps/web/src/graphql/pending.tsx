import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.js';
import { Bones, Note } from '../design/card.js';
import { type UserError, useRefusal } from '../server-words/use-refusal.js';
import type { Read } from './use-read.js';

const Refused = ({ error }: { error: UserError }) => {
  const inWords = useRefusal();
  return <code>{inWords(error)}</code>;
};

/** Shows the page once there is data; before that its skeleton, or what went wrong and how to go on. */
export const Ready = <Data,>(props: {
  read: Read<Data>;
  bones?: number[];
  children: (data: Data) => ReactNode;
}) => {
  const { t } = useTranslation();
  const { read } = props;
  const refused = read.error?.graphQLErrors[0];
  const error = read.error && (
    <Note tone="over">
      <p className="b">{read.error.networkError ? t('common.offline') : t('common.failed')}</p>
      <p>{read.data ? t('common.staleHolds') : t('common.tryAgainHint')}</p>
      {refused && (
        <Refused error={{ code: String(refused.extensions.code), message: refused.message, path: [] }} />
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
