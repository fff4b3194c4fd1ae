import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { SurveyFormsQuery, SurveyFormsQueryVariables } from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { SnippetDialog } from './snippet-dialog.js';
import { SurveyDialog } from './survey-dialog.js';

const Forms = gql<SurveyFormsQuery, SurveyFormsQueryVariables>(/* GraphQL */ `
  query SurveyForms($person: String!) {
    surveyForms(person: $person) { campaign { id weekStarting closesAt } answer { toilPercent } }
  }
`);

/** The two ways to say how a week went without logging it, and the surveys that wait for an answer. */
export const WeekReportCard = ({ person, monday }: { person: string; monday: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<{ what: 'snippet' | 'survey'; week: string } | null>(null);
  const forms = useRead(Forms, { person }, { types: ['SurveyForm', 'WorkEntry'] }).data?.surveyForms ?? [];
  const close = () => setOpen(null);
  return (
    <Card title={t('home.report.title')}>
      {forms.map(({ campaign, answer }) => (
        <Note key={campaign.id} tone={answer ? 'ok' : 'run'}>
          <p>
            {t('home.survey.asked', { week: format.date(campaign.weekStarting) })}{' '}
            <Time at={campaign.closesAt} />
          </p>
          {answer ? (
            <p>{t('home.survey.given', { toil: format.percent(answer.toilPercent, 0) })}</p>
          ) : (
            <Button small onClick={() => setOpen({ what: 'survey', week: campaign.weekStarting })}>
              {t('home.survey.answer')}
            </Button>
          )}
        </Note>
      ))}
      <p className={forms.length > 0 ? 't2 gap' : 't2'}>{t('home.report.text')}</p>
      <div className="row gap">
        <Button small onClick={() => setOpen({ what: 'snippet', week: monday })}>
          {t('home.snippet.title')}
        </Button>
        <Button small onClick={() => setOpen({ what: 'survey', week: monday })}>
          {t('home.survey.title')}
        </Button>
      </div>
      {open?.what === 'snippet' && <SnippetDialog person={person} monday={monday} onClose={close} />}
      {open?.what === 'survey' && (
        <SurveyDialog person={person} monday={monday} week={open.week} onClose={close} />
      )}
    </Card>
  );
};
