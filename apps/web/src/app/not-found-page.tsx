import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { LinkButton } from '../design/button.js';
import { Card, Empty, PageHead } from '../design/card.js';
import { useCrumbs } from './crumbs.js';

/** The address leads nowhere. */
export const NotFoundPage = () => {
  const { t } = useTranslation();
  useCrumbs([t('shell.notFound.title')]);
  return (
    <>
      <PageHead title={t('shell.notFound.title')} />
      <Card>
        <Empty action={<LinkButton to="/">{t('shell.notFound.home')}</LinkButton>}>
          {t('shell.notFound.text')}
        </Empty>
      </Card>
    </>
  );
};

/** A page that could not be drawn: what happened and the way back. */
export const BrokenPage = () => {
  const { t } = useTranslation();
  const error = useRouteError();
  const text = isRouteErrorResponse(error)
    ? error.statusText
    : error instanceof Error
      ? error.message
      : String(error);
  return (
    <main className="gate-page">
      <h1>{t('shell.broken.title')}</h1>
      <p className="t2">{t('shell.broken.text')}</p>
      <code>{text}</code>
      <a className="btn" href={window.location.pathname}>
        {t('common.again')}
      </a>
    </main>
  );
};
